import { defineAction } from '#kernel/action.ts';
import { defineAutomation } from '#kernel/automation.ts';
import { asSystem, update } from '#kernel/change.ts';
import { chooseOwner } from '../../routing/choose-owner.ts';
import { openLeads } from './lead-status.ts';

/** Does with a lead that was not touched in time what its rule says: leaves it, gives it to the next, or to the pool. */
export const escalateLead = defineAction({
  name: 'sales.escalateLead',
  object: 'sales.lead',
  icon: 'alarm',
  available: { firstTouchLate: true, firstTouchedAt: null, owner: { isNull: false }, ...openLeads },
  roles: ['salesManager'],
  input: {},
  async decide(lead, _, decision) {
    if (lead.routingRule === null) return { changes: [] };
    const rule = await decision.read('sales.routingRule', lead.routingRule);
    if (rule.whenLate === 'keep') return { changes: [] };
    const routed =
      rule.whenLate === 'pool'
        ? undefined
        : await chooseOwner(lead, decision, { rule: rule.id, without: lead.owner });
    const back = { owner: null, routing: 'cameBack', routingDetail: null, firstTouchDueAt: null } as const;
    const given = update('sales.lead', lead.id, routed?.values ?? back);
    return { changes: [asSystem('What is late goes on.', given), ...(routed?.changes ?? [])] };
  },
});

/** At the moment by which it should have been touched. */
export const escalateLateLead = defineAutomation({
  name: 'sales.escalateLateLead',
  object: 'sales.lead',
  when: { on: 'time', field: 'firstTouchDueAt', offset: 0 },
  where: { firstTouchedAt: null, owner: { isNull: false }, ...openLeads },
  steps: [{ do: 'action', action: 'sales.escalateLead' }],
});
