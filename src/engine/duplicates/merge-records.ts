import { Refusal } from '#kernel/problem.ts';
import { asWhole, type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { sealedMark } from '#kernel/sealed.ts';
import type { Context } from '../records/context.ts';
import { mustEver, readRecord } from '../records/read.ts';
import { readForUpdate, type Stored } from '../records/read-for-update.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { logEntry } from './log-entry.ts';
import { moveChildren } from './move-children.ts';

/** What the log calls it. */
export const merged = 'merged';

/** How many may become one at a time. */
const most = 20;

/**
 * Makes records of one thing into one: everything that refers to the others refers to the survivor from now on, the
 * survivor takes the values chosen, the others go to the bin. All in one transaction, which `undoMerge` can take back.
 * The actor must be allowed to change the survivor and to delete the others; what refers to them moves in any case.
 */
export async function mergeRecords(
  context: Context,
  objectName: string,
  survivor: string,
  others: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const object = objectNamed(context.registry, objectName);
  mustEver(context, objectName, 'update');
  mustEver(context, objectName, 'delete');
  refuseList(survivor, others);
  return context.database.transaction(async (database) => {
    const inside: Context = { ...context, database };
    const held = await hold(inside, object, [survivor, ...others]);
    const system: Context = {
      ...asWhole(inside),
      actor: { ...context.actor, unlimited: true, reason: 'What refers to a merged record moves with it.' },
      verb: merged,
    };
    for (const other of others)
      await moveChildren(system, objectNamed(system.registry, objectName), other, survivor);
    for (const other of others) await removeRecord(inside, objectName, other);
    if (Object.keys(values).length > 0)
      await updateRecord({ ...inside, verb: merged }, objectName, survivor, {
        ...values,
        ...sealedOf(object, held, survivor, values),
      });
    await logEntry(inside, objectName, survivor, merged, { merged: [null, others] });
    return readRecord(inside, objectName, survivor);
  });
}

function refuseList(survivor: string, others: readonly string[]): void {
  if (others.length === 0) throw new Refusal('invalid', [{ field: 'with', code: 'required' }]);
  if (others.length > most)
    throw new Refusal('invalid', [{ field: 'with', code: 'tooMany', parameters: { most } }]);
  if (others.includes(survivor) || new Set(others).size < others.length)
    throw new Refusal('invalid', [{ field: 'with', code: 'notUnique' }]);
}

async function hold(
  context: Context,
  object: ObjectModel,
  ids: readonly string[],
): Promise<readonly Stored[]> {
  const found = await readForUpdate(context, object, ids, true);
  if (found.length < ids.length) throw new Refusal('notFound');
  if (found.some(({ writable }) => !writable)) throw new Refusal('forbidden');
  return found.map(({ record }) => record);
}

/** Of sealed values nobody can say which one he means: the survivor keeps its own, or takes one that another has. */
function sealedOf(
  object: ObjectModel,
  held: readonly Stored[],
  survivor: string,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const asked = Object.keys(values).filter(
    (name) => object.fields.get(name)?.sealed === true && values[name] === sealedMark,
  );
  const own = held.find(({ id }) => id === survivor);
  return Object.fromEntries(
    asked.map((name) => [name, own?.[name] ?? held.find((each) => each[name] !== null)?.[name] ?? null]),
  );
}
