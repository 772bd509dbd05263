import type { Likeness } from '#kernel/likeness.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { mustEver } from '../records/read.ts';
import { type Evidence, evidenceOf, suspicion } from './evidence.ts';
import { readableRules } from './find-duplicates.ts';
import { normalised, spokenForms } from './similarity.ts';

type Values = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Pair extends Evidence {
  readonly records: readonly [Values, Values];
}

/** Pairs told at most, and records that share one key compared at most: a key that hundreds share tells nothing. */
const limits = { pairs: 500, block: 50 };

/**
 * Every pair of live records that the actor may see and that may be one, most likely first: records that share a
 * normalised value are compared (blocking: Fellegi, I. P. and Sunter, A. B., A Theory for Record Linkage, 1969).
 */
export async function scanDuplicates(context: Context, objectName: string): Promise<readonly Pair[]> {
  mustEver(context, objectName, 'read');
  const object = objectNamed(context.registry, objectName);
  // Sealed values come out of no list; the unique index and the look at one record compare them.
  const rules = readableRules(context, object).filter(({ field }) => !object.fields.get(field)?.sealed);
  if (rules.length === 0) return [];
  const fields = [...new Set([object.declaration.nameField, ...rules.map(({ field }) => field)])];
  const blocks = new Map<string, Values[]>();
  const found = new Map<string, Pair>();
  for await (const record of everyRecord(context, objectName, fields)) {
    for (const key of keysOf(rules, record)) {
      const block = blocks.get(key) ?? [];
      for (const other of block) add(found, rules, other, record);
      if (block.length < limits.block) block.push(record);
      blocks.set(key, block);
    }
  }
  return [...found.values()].sort((one, other) => other.score - one.score).slice(0, limits.pairs);
}

function add(found: Map<string, Pair>, rules: readonly Likeness[], one: Values, other: Values): void {
  const key = `${one.id} ${other.id}`;
  if (found.has(key)) return;
  const evidence = evidenceOf(rules, one, other);
  if (evidence.score >= suspicion) found.set(key, { ...evidence, records: [one, other] });
}

function keysOf(rules: readonly Likeness[], record: Values): readonly string[] {
  const keys = rules.flatMap(({ field, kind }) => {
    const value = record[field];
    if (typeof value !== 'string' || kind === 'mailDomain') return [];
    const key = normalised(kind, value);
    return key === '' ? [] : spokenForms(kind, value).map((form) => `${kind} ${form}`);
  });
  return [...new Set(keys)];
}

async function* everyRecord(
  context: Context,
  objectName: string,
  select: readonly string[],
): AsyncGenerator<Values> {
  let cursor: string | undefined;
  do {
    const page = await listRecords(context, objectName, {
      select,
      sort: 'id',
      limit: listLimits.most,
      ...(cursor !== undefined && { cursor }),
    });
    yield* recordsIn<Values>(page);
    cursor = page.next;
  } while (cursor !== undefined);
}
