import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type KeptTotal, type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { Context } from './context.ts';
import { decide, same } from './decide.ts';
import { readForUpdate, type Stored } from './read-for-update.ts';
import { sharedDecision } from './shared-decision.ts';
import { sumsOf } from './sums-of.ts';
import { onField } from './violations.ts';
import { type DecidedUpdate, runUpdate } from './write-updates.ts';

/**
 * Writes the totals to which these records add, or added before they were changed, in the caller's transaction. The
 * record that has the total is held first, so that of two who change its parts at once the later one sees what the
 * earlier one left. What follows from the total is decided like any change: derived values, rules, guards, and the
 * totals to which that record adds in turn.
 */
export async function keepTotals(
  context: Context,
  object: ObjectModel,
  ids: readonly string[],
  former: readonly Stored[] = [],
): Promise<void> {
  for (const of of new Set(object.totals.map((total) => total.of))) {
    const whole = objectNamed(context.registry, of);
    const totals = object.totals.filter((total) => total.of === of);
    await keepTotalsOf(context, whole, object, totals, await wholesOf(context, object, totals, ids, former));
  }
}

/** Writes the totals of these records themselves, whatever they were before. */
export async function addUpAnew(context: Context, whole: ObjectModel, ids: readonly string[]): Promise<void> {
  const parts = [...whole.fields.values()].flatMap(({ total }) => total?.object ?? []);
  for (const name of new Set(parts)) {
    const part = objectNamed(context.registry, name);
    const totals = part.totals.filter(({ of }) => of === whole.name);
    await keepTotalsOf(context, whole, part, totals, ids);
  }
}

/** Whether a change of these fields changes any total. */
export function changesTotals(object: ObjectModel, changed: readonly string[]): boolean {
  return object.totals.some(({ by, field, where = {} }) =>
    [by, field, ...Object.keys(where)].some((name) => changed.includes(name)),
  );
}

/** The records whose totals may have changed: those that the parts refer to, and those that they left. */
async function wholesOf(
  context: Context,
  object: ObjectModel,
  totals: readonly KeptTotal[],
  ids: readonly string[],
  former: readonly Stored[],
): Promise<readonly string[]> {
  const names = [...new Set(totals.map(({ by }) => by))];
  const table = `"${context.workspace.schema}"."${object.name}"`;
  const rows = await context.database.run(
    `select distinct u.id from ${table} t, unnest(array[${names.map((name) => `t."${name}"`).join(', ')}]) u(id) where t.id = any($1::uuid[]) and u.id is not null`,
    [ids],
  );
  const left = former.flatMap((record) => names.map((name) => record[name]));
  return [...new Set([...rows.map(([id]) => id), ...left])].filter((id) => typeof id === 'string');
}

async function keepTotalsOf(
  context: Context,
  whole: ObjectModel,
  part: ObjectModel,
  totals: readonly KeptTotal[],
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const acting: Context = {
    ...context,
    actor: { ...context.actor, unlimited: true, reason: 'A total follows from its parts.' },
  };
  const held = await readForUpdate(acting, whole, ids, true);
  const sums = await sumsOf(acting, part, totals, ids);
  const decision = sharedDecision(acting);
  const complaints: Complaint[] = [];
  const alike = new Map<string, DecidedUpdate[]>();
  for (const { record } of held) {
    const values = sums(record.id);
    // A record that its parts leave as it is has nothing to be decided, whatever else is wrong with it.
    if (totals.every(({ name }) => same(record[name] ?? null, values[name]))) continue;
    const { after, changed } = await decide(acting, whole, record, values, complaints, decision);
    if (changed.size === 0) continue;
    const key = [...changed].join();
    alike.set(key, [...(alike.get(key) ?? []), { id: record.id, before: record, after }]);
  }
  // What the whole refuses is the fault of the part that is being written.
  const field = totals[0]?.field ?? '';
  if (complaints.length > 0)
    throw new Refusal(
      'invalid',
      complaints.map((complaint) => ({ ...complaint, field })),
    );
  for (const [key, updates] of alike) {
    const names = key.split(',');
    await onField(whole, () => runUpdate(acting, whole, names, updates, 'ids'));
    if (changesTotals(whole, names))
      await keepTotals(
        context,
        whole,
        updates.map(({ id }) => id),
        updates.map(({ before }) => before),
      );
  }
}
