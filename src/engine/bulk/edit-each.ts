import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { changesAlone, keepAlone } from '../occurrences/keep-alone.ts';
import { withoutCircle } from '../records/acyclic.ts';
import type { Context } from '../records/context.ts';
import { decide, same } from '../records/decide.ts';
import { inHalves } from '../records/in-halves.ts';
import { changesTotals, keepTotals } from '../records/kept-totals.ts';
import { readForUpdate, type Stored } from '../records/read-for-update.ts';
import { parseValues, type Values } from '../records/record-values.ts';
import { sharedDecision } from '../records/shared-decision.ts';
import { onField } from '../records/violations.ts';
import { type DecidedUpdate, refuseBroken, runUpdate } from '../records/write-updates.ts';
import { asKept } from '../sealing/sealed-value.ts';
import type { BulkOutcome } from './bulk-job.ts';

/** Values for one record; it is left alone unless it still holds what is `held`. */
export interface Edit {
  readonly record: string;
  readonly values: unknown;
  readonly held?: Values | null;
}

/**
 * Changes records by the one ladder inside the caller's transaction: one statement to read them, one to write those of
 * which the same fields change. What is refused of one stops no other.
 */
export async function editEach(
  context: Context,
  object: ObjectModel,
  edits: readonly Edit[],
): Promise<readonly BulkOutcome[]> {
  const ids = edits.map(({ record }) => record);
  const found = new Map(
    (await readForUpdate(context, object, ids, true)).map((each) => [each.record.id, each]),
  );
  const decision = sharedDecision(context);
  const outcomes = new Map<string, BulkOutcome>();
  const fail = (record: string, problems: readonly Complaint[]) =>
    outcomes.set(record, { record, status: 'failed', problems });
  const alike = new Map<string, DecidedUpdate[]>();
  for (const { record: id, values, held } of edits) {
    const seen = found.get(id);
    if (seen === undefined || !seen.writable) {
      fail(id, [{ field: '', code: seen === undefined ? 'notFound' : 'forbidden' }]);
      continue;
    }
    const complaints = [...touchedSince(seen.record, held)];
    const given = complaints.length > 0 ? {} : parseValues(context, object, values, complaints, false);
    const { after, changed } = await decide(context, object, seen.record, given, complaints, decision);
    if (complaints.length > 0) {
      fail(id, complaints);
      continue;
    }
    const names = Object.keys(given);
    outcomes.set(id, {
      ...{ record: id, status: changed.size === 0 ? 'unchanged' : 'changed' },
      version: seen.record.version + (changed.size === 0 ? 0 : 1),
      ...(changed.size > 0 && { before: keptOf(seen.record, names), after: keptOf(after, names) }),
    });
    const key = [...changed].join();
    if (key !== '') alike.set(key, [...(alike.get(key) ?? []), { id, before: seen.record, after }]);
  }
  for (const [key, updates] of alike)
    await inHalves(
      context,
      updates,
      (some) => write(context, object, key.split(','), some),
      ({ id }, complaints) => fail(id, complaints),
    );
  return ids.map((id) => outcomes.get(id) as BulkOutcome);
}

async function write(
  context: Context,
  object: ObjectModel,
  changed: readonly string[],
  updates: readonly DecidedUpdate[],
): Promise<void> {
  const ids = updates.map(({ id }) => id);
  const { bad } = await onField(object, () =>
    withoutCircle(context, object, changed, ids, () => runUpdate(context, object, changed, updates, 'ids')),
  );
  refuseBroken(bad);
  if (changesAlone(object, changed)) await keepAlone(context, object, ids);
  if (!changesTotals(object, changed)) return;
  await keepTotals(
    context,
    object,
    ids,
    updates.map(({ before }) => before),
  );
}

function touchedSince(record: Stored, held: Values | null | undefined): readonly Complaint[] {
  if (held === undefined) return [];
  if (held === null) return [{ field: '', code: 'erasedSince' }];
  return Object.keys(held)
    .filter((name) => !same(record[name] ?? null, held[name] ?? null))
    .map((field) => ({ field, code: 'changedSince' }));
}

function keptOf(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, asKept(values[name] ?? null)]));
}
