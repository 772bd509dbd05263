import type { Decision } from '#kernel/change.ts';
import type { RecordOf } from '#kernel/object.ts';
import { Refusal } from '#kernel/problem.ts';
import { openLeads } from '../lead/lead-status.ts';

const day = 86_400_000;

/** Refuses a claim by somebody who holds enough already, or who has only just given this very lead back. */
export async function refuseClaim(lead: RecordOf<'sales.lead'>, decision: Decision): Promise<void> {
  const { id: me } = decision.actor;
  const rules = await decision.list('sales.poolRule', { active: true });
  const most = smallest(rules.map(({ mostHeld }) => mostHeld));
  if (most !== undefined) {
    const held = await decision.tally('sales.lead', { owner: me, ...openLeads }, 'owner');
    if ((held.get(me) ?? 0) >= most) refuse('poolHeldEnough', { most });
  }
  const rest = Math.max(0, ...rules.map(({ restDays }) => restDays ?? 0));
  const back = lead.releasedAt === null ? 0 : Date.parse(lead.releasedAt) + rest * day;
  if (lead.previousOwner === me && back > Date.parse(decision.now))
    refuse('poolJustReturned', { days: rest });
}

function smallest(limits: readonly (number | null)[]): number | undefined {
  const set = limits.filter((limit) => limit !== null);
  return set.length === 0 ? undefined : Math.min(...set);
}

function refuse(code: string, parameters: Readonly<Record<string, number>>): never {
  throw new Refusal('invalid', [{ field: 'owner', code, parameters }]);
}
