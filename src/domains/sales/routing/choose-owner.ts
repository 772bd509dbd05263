import type { Change, Decision } from '#kernel/change.ts';
import { asSystem, update } from '#kernel/change.ts';
import type { RecordOf, ValuesOf } from '#kernel/object.ts';
import { openLeads } from '../objects/lead/lead-status.ts';
import { fits } from './fits.ts';
import { type Candidate, leastLoaded, nextInTurn, standing } from './next-in-turn.ts';

type Rule = RecordOf<'sales.routingRule'>;

/** What follows for a lead, and for the rule whose turn moves on. */
export interface Routing {
  readonly values: ValuesOf<'sales.lead'>;
  readonly changes: readonly Change[];
}

export interface RoutingWishes {
  /** The rule to use, whatever the others say. */
  readonly rule?: string | null;
  /** Who is not to have it. */
  readonly without?: string | null;
}

/**
 * Chooses who is to have a lead: whoever looks after the customer already, else the next of the people of the first
 * rule that fits. Undefined when no rule does. The rule is held meanwhile, so that two leads that come at the same
 * moment do not go to the same person.
 */
export async function chooseOwner(
  lead: ValuesOf<'sales.lead'>,
  asking: Decision,
  { rule: wished, without = null }: RoutingWishes = {},
): Promise<Routing | undefined> {
  const decision = asking.asSystem('Whoever routes a lead weighs what everybody has to do.');
  const rules = await decision.list('sales.routingRule', { active: true });
  const found =
    rules.find(({ id }) => id === wished) ??
    [...rules].sort((one, other) => one.position - other.position).find((rule) => fits(rule, lead));
  const known = await ownerOfKnown(lead, decision);
  if (known !== null && known !== without)
    return { values: { ...promised(found, decision), owner: known, routing: 'knownCustomer' }, changes: [] };
  return found === undefined
    ? undefined
    : inTurn(await decision.hold('sales.routingRule', found.id), decision, without);
}

async function inTurn(rule: Rule, decision: Decision, without: string | null): Promise<Routing> {
  const circle = (await candidates(rule, decision)).filter(({ id }) => id !== without);
  const choose = rule.method === 'leastLoaded' ? leastLoaded : nextInTurn;
  const chosen = choose(circle, rule.lastOwner, rule.capacity);
  const values = {
    ...promised(rule, decision),
    owner: chosen?.id ?? null,
    routing: chosen === undefined ? 'nobodyFree' : rule.method === 'leastLoaded' ? 'leastLoaded' : 'inTurn',
    routingDetail: standing(circle, chosen?.id, rule.capacity) || null,
  } as const;
  const moved = update('sales.routingRule', rule.id, { lastOwner: chosen?.id ?? rule.lastOwner });
  return { values, changes: [asSystem('The turn moves on.', moved)] };
}

/** By when the lead is to be touched, as the rule promises. */
function promised(rule: Rule | undefined, { now }: Decision): ValuesOf<'sales.lead'> {
  const minutes = rule?.firstTouchMinutes ?? null;
  return {
    routingRule: rule?.id ?? null,
    firstTouchDueAt: minutes === null ? null : new Date(Date.parse(now) + minutes * 60_000).toISOString(),
  };
}

/** Everybody whose turn can come, in an order that stays. */
async function candidates({ team, members }: Rule, decision: Decision): Promise<readonly Candidate[]> {
  const ofTeam = team === null ? [] : ((await decision.read('administration.team', team)).members ?? []);
  const named = [...new Set([...ofTeam, ...(members ?? [])])];
  const people = await decision.list('administration.user', { id: { in: named }, active: true });
  const ids = people.map(({ id }) => id);
  const [away, open] = await Promise.all([
    absent(ids, decision),
    decision.tally('sales.lead', { owner: { in: ids }, ...openLeads }, 'owner'),
  ]);
  return people
    .map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0, absent: away.has(id) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function absent(people: readonly string[], decision: Decision): Promise<ReadonlySet<string>> {
  const { now } = decision;
  const found = await decision.list('administration.absence', {
    person: { in: people },
    startsAt: { lte: now },
    endsAt: { gte: now },
  });
  return new Set(found.map(({ person }) => person));
}

/** Whoever looks after the customer that the lead turns out to be, unless he is away or has left. */
async function ownerOfKnown(
  { knownContact }: ValuesOf<'sales.lead'>,
  decision: Decision,
): Promise<string | null> {
  if (knownContact === null || knownContact === undefined) return null;
  const contact = await decision.read('parties.contact', knownContact);
  const account = contact.account === null ? null : await decision.read('parties.account', contact.account);
  const owner = account?.owner ?? contact.owner;
  if (owner === null) return null;
  const [working] = await decision.list('administration.user', { id: owner, active: true }, 1);
  return working === undefined || (await absent([owner], decision)).has(owner) ? null : owner;
}
