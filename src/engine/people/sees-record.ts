import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { knownId, readRecord } from '../records/read.ts';
import { loadActor } from './load-actor.ts';

/**
 * Whether a colleague sees a record that the actor sees: asked by whoever is about to tell him of it. Why he does, only
 * those learn who may change the record.
 */
export async function seesRecord(
  context: Context,
  object: string,
  id: string,
  personId: string,
): Promise<boolean> {
  await readRecord(context, object, id, ['id']);
  const { database, registry, workspace } = context;
  const person = await loadActor(database, registry, workspace.schema, knownId(personId));
  if (person === undefined) throw new Refusal('invalid', [{ field: 'person', code: 'noSuchRecord' }]);
  try {
    await readRecord({ ...context, actor: person }, object, id, ['id']);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
