import { defineAction } from '#kernel/action.ts';
import { defineAutomation } from '#kernel/automation.ts';
import { asSystem, update } from '#kernel/change.ts';
import { chooseOwner } from '../../routing/choose-owner.ts';
import { openLeads } from './lead-status.ts';

/** Gives a lead of the public pool to whoever the rules say; it stays where it is when no rule fits. */
export const routeLead = defineAction({
  name: 'sales.routeLead',
  object: 'sales.lead',
  icon: 'route',
  bulk: true,
  available: { owner: null, ...openLeads },
  roles: ['salesManager'],
  input: {},
  async decide(lead, _, decision) {
    const routed = await chooseOwner(lead, decision);
    if (routed === undefined) return { changes: [] };
    const given = update('sales.lead', lead.id, routed.values);
    return { changes: [asSystem('Rules give leads to people.', given), ...routed.changes] };
  },
});

/** What comes in without an owner finds one; what is put into the pool later is there to be claimed. */
export const routeNewLead = defineAutomation({
  name: 'sales.routeNewLead',
  object: 'sales.lead',
  when: { on: 'created' },
  where: { owner: null, routing: null, status: 'new', createdAt: { in: 'last7Days' } },
  steps: [{ do: 'action', action: 'sales.routeLead' }],
});
