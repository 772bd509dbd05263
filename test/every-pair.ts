import { comparedOf, type Pair, pairsAmong } from '#engine/duplicates/pairs-among.ts';
import { recordsToCompare, rulesToCompareBy } from '#engine/duplicates/records-to-compare.ts';
import type { Context } from '#engine/records/context.ts';
import { recordsIn } from '#engine/records/list.ts';

/** Every pair of live records of an object that may be one, as the look over the whole base finds them. */
export async function everyPair(context: Context, object: string): Promise<readonly Pair[]> {
  const rules = rulesToCompareBy(context, object);
  const pages = await Array.fromAsync(recordsToCompare(context, object, rules));
  const records = pages.flatMap((page) => recordsIn<{ readonly id: string }>(page));
  return pairsAmong(
    rules,
    records.map((record) => comparedOf(rules, record)),
  );
}
