import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { changesAlone, keepAlone } from '../occurrences/keep-alone.ts';
import { acyclicFields, withoutCircle } from './acyclic.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { changesTotals, keepTotals } from './kept-totals.ts';
import { mustEver, readRecord } from './read.ts';
import { readOneForUpdate, type Stored } from './read-for-update.ts';
import { parseValues } from './record-values.ts';
import { refuseStale } from './stale.ts';
import { linkFields } from './stored-rows.ts';
import { onField } from './violations.ts';
import { type DecidedUpdate, refuseBroken, runSharedUpdate, runUpdate } from './write-updates.ts';

/**
 * Changes one record: reads it as the actor may, decides, and writes with its entry in the log, provided that nobody
 * wrote in between. Given the version that the caller saw, a newer record is a conflict; without one the latest is
 * taken, and a race with another writer is decided anew on what that writer left. Returns the record as JSON text.
 */
export async function updateRecord(
  context: Context,
  objectName: string,
  id: string,
  values: unknown,
  version?: number,
): Promise<string> {
  const object = objectNamed(context.registry, objectName);
  mustEver(context, objectName, 'update');
  for (let attempt = 0; attempt < 5; attempt++) {
    // What was overtaken once is done alone, so that it waits its turn.
    const alone = attempt > 0 || !context.database.pooled;
    const before = await readOne(context, object, id);
    if (version !== undefined && version !== before.version)
      await refuseStale(context, object, before, values, version);
    const complaints: Complaint[] = [];
    const given = parseValues(context, object, values, complaints, false);
    const { after, changed } = await decide(context, object, before, given, complaints);
    if (complaints.length > 0) throw new Refusal('invalid', complaints);
    if (changed.size === 0) return readRecord(context, objectName, id);
    const written = await write(context, object, { id, before, after }, [...changed], alone);
    if (written !== undefined) return written;
  }
  throw new Refusal('conflict', [{ field: 'version', code: 'tooBusy' }]);
}

/** The record as read, refused unless the actor may change it too. */
async function readOne(context: Context, object: ObjectModel, id: string): Promise<Stored> {
  const found = await readOneForUpdate(context, object, id);
  if (found === undefined) throw new Refusal('notFound');
  if (!found.writable) throw new Refusal('forbidden');
  return found.record;
}

/** Writes if the record is still at the version read; undefined when it is not, or when others hold it and it need not be alone. */
async function write(
  context: Context,
  object: ObjectModel,
  update: DecidedUpdate,
  changed: readonly string[],
  alone: boolean,
): Promise<string | undefined> {
  const { id } = update;
  const adding = changesTotals(object, changed);
  const taking = changesAlone(object, changed);
  const guarded = adding || taking || acyclicFields(object, changed).length > 0;
  const linked = linkFields(object, changed).length > 0;
  const run = async (database: Context['database']) => {
    const inside = { ...context, database };
    const done = await withoutCircle(inside, object, changed, [id], () =>
      runUpdate(inside, object, changed, [update], 'record'),
    );
    if (adding && done.answer !== undefined) await keepTotals(inside, object, [id], [update.before]);
    if (taking && done.answer !== undefined) await keepAlone(inside, object, [id]);
    return done;
  };
  const { bad, answer } = await onField(object, () => {
    if (guarded) return context.database.transaction(run);
    return alone || linked ? run(context.database) : runSharedUpdate(context, object, changed, update);
  });
  refuseBroken(bad);
  return answer === undefined || !linked ? answer : readRecord(context, object.name, id);
}
