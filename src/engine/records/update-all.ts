import { type Complaint, Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { changesAlone, keepAlone } from '../occurrences/keep-alone.ts';
import { withoutCircle } from './acyclic.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { changesTotals, keepTotals } from './kept-totals.ts';
import { mustEver } from './read.ts';
import { readForUpdate } from './read-for-update.ts';
import { parseValues, type Values } from './record-values.ts';
import { sharedDecision } from './shared-decision.ts';
import { onField } from './violations.ts';
import { type DecidedUpdate, refuseBroken, runUpdate } from './write-updates.ts';

/** Sets the same values in all of these records or in none, inside the caller's transaction. */
export function updateAll(
  context: Context,
  objectName: string,
  ids: readonly string[],
  values: unknown,
): Promise<void> {
  return updateEach(context, objectName, new Map(ids.map((id) => [id, values])));
}

/**
 * Sets values in each of these records or in none, inside the caller's transaction: one statement to read
 * them, one to write those of which the same fields change. A record that the actor may not change refuses all.
 */
export async function updateEach(
  context: Context,
  objectName: string,
  values: ReadonlyMap<string, unknown>,
): Promise<void> {
  const object = objectNamed(context.registry, objectName);
  mustEver(context, objectName, 'update');
  const found = await readForUpdate(context, object, [...values.keys()], true);
  if (found.length < values.size) throw new Refusal('notFound');
  if (found.some(({ writable }) => !writable)) throw new Refusal('forbidden');
  const complaints: Complaint[] = [];
  // What all of them get is read once, and is wrong once.
  const read = new Map<unknown, Values>();
  const readAlike = (own: unknown) => {
    const given = read.get(own) ?? parseValues(context, object, own, complaints, false);
    read.set(own, given);
    return given;
  };
  const decision = sharedDecision(context);
  const alike = new Map<string, DecidedUpdate[]>();
  for (const { record } of found) {
    const given = readAlike(values.get(record.id));
    // What is sealed has a key of its own in each record.
    const sealing = Object.keys(given).some((name) => object.fields.get(name)?.sealed === true);
    const own = sealing ? parseValues(context, object, values.get(record.id), [], false) : given;
    const { after, changed } = await decide(context, object, record, own, complaints, decision);
    if (changed.size === 0) continue;
    const key = [...changed].join();
    alike.set(key, [...(alike.get(key) ?? []), { id: record.id, before: record, after }]);
  }
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  for (const [key, updates] of alike) {
    const names = key.split(',');
    const all = updates.map(({ id }) => id);
    const { bad } = await onField(object, () =>
      withoutCircle(context, object, names, all, () => runUpdate(context, object, names, updates, 'ids')),
    );
    refuseBroken(bad);
    if (changesTotals(object, names))
      await keepTotals(
        context,
        object,
        all,
        updates.map(({ before }) => before),
      );
    if (changesAlone(object, names)) await keepAlone(context, object, all);
  }
}
