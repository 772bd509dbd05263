import type { Likeness } from '#kernel/likeness.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { mustEver } from '../records/read.ts';
import { readableRules } from './find-duplicates.ts';
import { type Pair, pairsAmong } from './pairs-among.ts';

type Values = Readonly<Record<string, unknown>> & { readonly id: string };

/** Pairs told at most. */
const mostPairs = 500;

/** Every pair of live records that the actor may see and that may be one, most likely first. */
export async function scanDuplicates(context: Context, objectName: string): Promise<readonly Pair[]> {
  mustEver(context, objectName, 'read');
  const { rules, records } = await recordsToCompare(context, objectName);
  return pairsAmong(rules, records).slice(0, mostPairs);
}

/** Every live record that the actor may see, with what is compared of it, and by what. */
export async function recordsToCompare(
  context: Context,
  objectName: string,
): Promise<{ readonly rules: readonly Likeness[]; readonly records: readonly Values[] }> {
  const object = objectNamed(context.registry, objectName);
  // Sealed values come out of no list; the unique index and the look at one record compare them.
  const rules = readableRules(context, object).filter(({ field }) => !object.fields.get(field)?.sealed);
  if (rules.length === 0) return { rules, records: [] };
  const fields = [...new Set([object.declaration.nameField, ...rules.map(({ field }) => field)])];
  return { rules, records: await Array.fromAsync(everyRecord(context, objectName, fields)) };
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
