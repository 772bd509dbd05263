import { defineAction } from '#kernel/action.ts';
import { defineAutomation } from '#kernel/automation.ts';
import { asSystem, update, updateWhere } from '#kernel/change.ts';
import type { Where } from '#kernel/where.ts';

const [hour, day] = [3_600_000, 86_400_000];

/** Puts every lead into the public pool whose owner has left it alone for too long. */
export const recycleLeads = defineAction({
  name: 'sales.recycleLeads',
  object: 'sales.poolRule',
  icon: 'recycle',
  primary: true,
  available: { active: true, quietDays: { isNull: false } },
  input: {},
  async decide(rule, _, decision) {
    const now = Date.parse(decision.now);
    const reason = 'What the rules of the pool take back, they take back from everybody.';
    const neglected = leadsQuietSince(
      new Date(now - (rule.quietDays ?? 0) * day).toISOString(),
      rule.statuses,
    );
    const found = await decision.asSystem(reason).tally('sales.lead', neglected, 'status');
    return {
      changes: [
        asSystem(reason, updateWhere('sales.lead', neglected, { owner: null })),
        update('sales.poolRule', rule.id, {
          lastRunAt: decision.now,
          lastReturned: [...found.values()].reduce((sum, count) => sum + count, 0),
          nextRunAt: new Date(now + hour).toISOString(),
        }),
      ],
    };
  },
});

/** Each rule is applied once an hour. */
export const recycleRegularly = defineAutomation({
  name: 'sales.recycleRegularly',
  object: 'sales.poolRule',
  when: { on: 'time', field: 'nextRunAt', offset: 0, however: 'late' },
  where: { active: true, quietDays: { isNull: false } },
  steps: [{ do: 'action', action: 'sales.recycleLeads' }],
});

function leadsQuietSince(instant: string, statuses: readonly string[]): Where<'sales.lead'> {
  return {
    and: [
      { owner: { isNull: false }, status: { in: statuses }, assignedAt: { lt: instant } },
      { or: [{ lastTouchAt: null }, { lastTouchAt: { lt: instant } }] },
    ],
  };
}
