import type { Complaint, Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { mayCreate } from '../access/rights.ts';
import { attempt } from '../records/attempt.ts';
import type { Context } from '../records/context.ts';
import { decideNew, insertRecords } from '../records/create.ts';
import type { DecidedRecord } from '../records/decided-record.ts';
import { readForUpdate } from '../records/read-for-update.ts';
import { sharedDecision } from '../records/shared-decision.ts';
import { updateRecord } from '../records/update.ts';
import { asKept } from '../sealing/sealed-value.ts';

/** A row that is to become a record, or to change one that is there already. */
export interface Writable {
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** The record that it changes. */
  readonly existing?: string;
}

export interface Written {
  readonly row: number;
  readonly status: 'created' | 'updated' | 'failed';
  readonly record?: string;
  readonly version?: number;
  /** What an updated record held before. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly complaints: readonly Complaint[];
}

/** Writes rows inside the caller's transaction; those that are refused leave nothing and stop no other. */
export async function writeBatch(
  context: Context,
  object: ObjectModel,
  rows: readonly Writable[],
): Promise<readonly Written[]> {
  const written: Written[] = [];
  const decided: { readonly row: number; readonly record: DecidedRecord }[] = [];
  const decision = sharedDecision(context);
  for (const { row, values, existing } of rows) {
    if (existing !== undefined) {
      written.push(await change(context, object, row, existing, values));
      continue;
    }
    const complaints: Complaint[] = [];
    if (!mayCreate(object, context.actor)) complaints.push({ field: '', code: 'forbidden' });
    const record = await decideNew(context, object, { values }, complaints, decision);
    if (complaints.length > 0) written.push({ row, status: 'failed', complaints });
    else decided.push({ row, record });
  }
  written.push(...(await insertAll(context, object, decided)));
  return written;
}

type Decided = readonly { readonly row: number; readonly record: DecidedRecord }[];

/** Inserts all in one statement; when that is refused, halves until it is known which rows are to blame. */
async function insertAll(context: Context, object: ObjectModel, rows: Decided): Promise<readonly Written[]> {
  if (rows.length === 0) return [];
  const records = rows.map(({ record }) => record);
  const refusal = await attempt(context, () => insertRecords(context, object, records, 'nothing'));
  if (refusal === undefined)
    return rows.map(({ row, record }) => ({
      row,
      status: 'created',
      record: record.id,
      version: 1,
      complaints: [],
    }));
  const [only] = rows;
  if (only !== undefined && rows.length === 1)
    return [{ row: only.row, status: 'failed', complaints: refusal.complaints }];
  const blamed = blamedRows(refusal, rows.length);
  if (blamed !== undefined) {
    const failed: readonly Written[] = [...blamed].map(([index, complaints]) => ({
      row: rows[index]?.row ?? 0,
      status: 'failed',
      complaints,
    }));
    const rest = rows.filter((_, index) => !blamed.has(index));
    return [...failed, ...(await insertAll(context, object, rest))];
  }
  const middle = Math.ceil(rows.length / 2);
  return [
    ...(await insertAll(context, object, rows.slice(0, middle))),
    ...(await insertAll(context, object, rows.slice(middle))),
  ];
}

/** Complaints that name the row by its place, as `3.account`. */
function blamedRows(refusal: Refusal, count: number): ReadonlyMap<number, readonly Complaint[]> | undefined {
  const blamed = new Map<number, Complaint[]>();
  for (const complaint of refusal.complaints) {
    const [, index, field] = /^(\d+)\.(.*)$/.exec(complaint.field) ?? [];
    if (index === undefined || Number(index) >= count) return undefined;
    const own = blamed.get(Number(index)) ?? [];
    blamed.set(Number(index), [...own, { ...complaint, field: field ?? '' }]);
  }
  return blamed.size === 0 ? undefined : blamed;
}

async function change(
  context: Context,
  object: ObjectModel,
  row: number,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Written> {
  let written: Written | undefined;
  const refusal = await attempt(context, async () => {
    const names = Object.keys(values);
    const [seen] = await readForUpdate(context, object, [id], true);
    const after = JSON.parse(await updateRecord(context, object.name, id, values)) as Record<string, unknown>;
    const before = Object.fromEntries(names.map((name) => [name, asKept(seen?.record[name] ?? null)]));
    written = { row, status: 'updated', record: id, version: Number(after.version), before, complaints: [] };
  });
  return (
    written ?? {
      row,
      status: 'failed',
      complaints: refusal?.complaints ?? [{ field: '', code: 'forbidden' }],
    }
  );
}
