import { type Complaint, Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { changesAlone, keepAlone } from '../occurrences/keep-alone.ts';
import { refuseCircle } from './acyclic.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { changesTotals, keepTotals } from './kept-totals.ts';
import { mustEver } from './read.ts';
import { readForUpdate } from './read-for-update.ts';
import { parseValues } from './record-values.ts';
import { sharedDecision } from './shared-decision.ts';
import { onField } from './violations.ts';
import { type DecidedUpdate, refuseBroken, runUpdate } from './write-updates.ts';

/**
 * Sets the same values in all of these records or in none, inside the caller's transaction: one statement to read
 * them, one to write those of which the same fields change. A record that the actor may not change refuses all.
 */
export async function updateAll(
  context: Context,
  objectName: string,
  ids: readonly string[],
  values: unknown,
): Promise<void> {
  const object = objectNamed(context.registry, objectName);
  mustEver(context, objectName, 'update');
  const found = await readForUpdate(context, object, ids, true);
  if (found.length < new Set(ids).size) throw new Refusal('notFound');
  if (found.some(({ writable }) => !writable)) throw new Refusal('forbidden');
  const complaints: Complaint[] = [];
  const given = parseValues(context, object, values, complaints, false);
  const decision = sharedDecision(context);
  const alike = new Map<string, DecidedUpdate[]>();
  const sealing = Object.keys(given).some((name) => object.fields.get(name)?.sealed === true);
  for (const { record } of found) {
    // What is sealed has a key of its own in each record.
    const own = sealing ? parseValues(context, object, values, [], false) : given;
    const { after, changed } = await decide(context, object, record, own, complaints, decision);
    if (changed.size === 0) continue;
    await refuseCircle(context, object, record.id, after, [...changed]);
    const key = [...changed].join();
    alike.set(key, [...(alike.get(key) ?? []), { id: record.id, before: record, after }]);
  }
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  for (const [key, updates] of alike) {
    const { bad } = await onField(object, () => runUpdate(context, object, key.split(','), updates, 'ids'));
    refuseBroken(bad);
    if (changesTotals(object, key.split(',')))
      await keepTotals(
        context,
        object,
        updates.map(({ id }) => id),
        updates.map(({ before }) => before),
      );
    if (changesAlone(object, key.split(',')))
      await keepAlone(
        context,
        object,
        updates.map(({ id }) => id),
      );
  }
}
