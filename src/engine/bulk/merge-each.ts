import type { Complaint } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { sealedMark } from '#kernel/sealed.ts';
import { fieldRight } from '../access/rights.ts';
import { mergeRecords } from '../duplicates/merge-records.ts';
import { latestMerged, undoMerge } from '../duplicates/undo-merge.ts';
import { attempt } from '../records/attempt.ts';
import type { Context } from '../records/context.ts';
import { readForUpdate, type Stored } from '../records/read-for-update.ts';
import type { Values } from '../records/record-values.ts';
import type { BulkOutcome } from './bulk-job.ts';
import type { TakenRecord } from './bulk-records.ts';
import { versionsOf } from './do-work.ts';

/** Lets records take in those that were found to be the same, as far as these are still there; what a record lacks it takes from them. */
export async function mergeEach(
  context: Context,
  name: string,
  taken: readonly TakenRecord[],
): Promise<readonly BulkOutcome[]> {
  const object = objectNamed(context.registry, name);
  const outcomes: BulkOutcome[] = [];
  for (const { record, before } of taken) {
    const wanted = othersIn(before);
    const held = (await readForUpdate(context, object, [record, ...wanted], true)).map(
      ({ record }) => record,
    );
    const survivor = held.find(({ id }) => id === record);
    const others = held.filter(({ id }) => wanted.includes(id));
    if (survivor === undefined || others.length === 0) {
      const code = before === null ? 'erasedSince' : survivor === undefined ? 'notFound' : 'changedSince';
      outcomes.push(failed(record, [{ field: '', code }]));
      continue;
    }
    const ids = others.map(({ id }) => id);
    const values = lacking(context, object, survivor, others);
    const refusal = await attempt(context, () => mergeRecords(context, name, record, ids, values));
    if (refusal !== undefined) {
      outcomes.push(failed(record, refusal.complaints));
      continue;
    }
    const version = (await versionsOf(context, name, [record])).get(record);
    outcomes.push({
      ...{ record, status: 'changed', after: { with: ids } },
      ...(version !== undefined && { version }),
    });
  }
  return outcomes;
}

/** Takes merges back, unless something else has been merged into the record since. */
export async function unmergeEach(
  context: Context,
  name: string,
  taken: readonly TakenRecord[],
): Promise<readonly BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (const { record, after } of taken) {
    const latest = await latestMerged(context, record);
    const own = othersIn(after);
    if (latest.length === 0 || latest.length !== own.length || !own.every((id) => latest.includes(id))) {
      outcomes.push(kept(record, [{ field: '', code: after === null ? 'erasedSince' : 'changedSince' }]));
      continue;
    }
    const refusal = await attempt(context, () => undoMerge(context, name, record));
    outcomes.push(refusal === undefined ? { record, status: 'undone' } : kept(record, refusal.complaints));
  }
  return outcomes;
}

function failed(record: string, problems: readonly Complaint[]): BulkOutcome {
  return { record, status: 'failed', problems };
}

function kept(record: string, problems: readonly Complaint[]): BulkOutcome {
  return { record, status: 'kept', problems };
}

function othersIn(values: Values | null): readonly string[] {
  return Array.isArray(values?.with) ? (values.with as readonly string[]) : [];
}

const own = new Set(['formula', 'rollup', 'autoNumber', 'file']);

/** What the record lacks and one of the others has, of what the actor may write: the oldest of them that has it. */
function lacking(
  { actor }: Context,
  object: ObjectModel,
  survivor: Stored,
  others: readonly Stored[],
): Values {
  const names = [...object.fields].filter(
    ([name, field]) =>
      !own.has(field.type) &&
      field.readOnly !== true &&
      field.immutable !== true &&
      fieldRight(object, name, actor) === 'write' &&
      (survivor[name] ?? null) === null,
  );
  return Object.fromEntries(
    names.flatMap(([name, field]) => {
      const found = others.find((other) => (other[name] ?? null) !== null);
      return found === undefined ? [] : [[name, field.sealed === true ? sealedMark : found[name]]];
    }),
  );
}
