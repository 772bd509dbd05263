import { setTimeout as pause } from 'node:timers/promises';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../../records/context.ts';
import { tableOf } from '../../records/table.ts';
import type { Pair } from '../pairs-among.ts';
import { recordsToCompare, rulesToCompareBy } from '../records-to-compare.ts';
import { ComparisonApart } from './compare-apart.ts';
import { type DuplicateLook, endLook, reviewTable, tellProgress } from './duplicate-look.ts';

/** Milliseconds after which it is written down how far the look is. */
const beat = 1000;
/** Pairs kept at most, the most likely: nobody would look through more. */
const mostPairs = 10_000;

/**
 * Looks through all records of an object and keeps what it found in the place of what was found before, in one
 * transaction: a look that is broken off has done nothing, and begins anew.
 */
export async function lookThrough(context: Context, look: DuplicateLook, signal: AbortSignal): Promise<void> {
  const { object, asker, seen } = look;
  if (asker === null && seen !== null && !(await hasChanged(context, object, seen)))
    return endLook(context, object, 'done');
  const rules = rulesToCompareBy(context, object);
  const comparison = new ComparisonApart({ rules, mostPairs, beat });
  try {
    let records = 0;
    let told = performance.now();
    for await (const page of recordsToCompare(context, object, rules)) {
      if (page.length > 0) comparison.take(page.records);
      records += page.length;
      signal.throwIfAborted();
      if (performance.now() - told < beat) continue;
      told = performance.now();
      if (!(await tellProgress(context, object, 0))) return;
    }
    const pairs = await compared(context, object, comparison, signal);
    if (pairs !== undefined) await keepPairs(context, object, records, pairs);
  } finally {
    await comparison.end();
  }
}

/** Whether a record has come or changed since; those that went are not shown in any case. */
async function hasChanged(context: Context, object: string, since: string): Promise<boolean> {
  const [row] = await context.database.run(
    `select exists (select 1 from ${tableOf(context, object).text} where "updatedAt" >= $1::timestamptz)`,
    [since],
  );
  return String(row?.[0]).startsWith('t');
}

/** What the comparison finds, how far it is being written down meanwhile; undefined when somebody has stopped it. */
async function compared(
  context: Context,
  object: string,
  comparison: ComparisonApart,
  signal: AbortSignal,
): Promise<readonly Pair[] | undefined> {
  const pairs = comparison.pairs();
  for (;;) {
    const found = await Promise.race([pairs, pause(beat, undefined, { signal })]);
    if (found !== undefined) return found;
    if (!(await tellProgress(context, object, comparison.done))) return undefined;
  }
}

/** Puts these pairs in the place of those found before, and forgets verdicts on records that are gone for good. */
async function keepPairs(
  context: Context,
  object: string,
  records: number,
  pairs: readonly Pair[],
): Promise<void> {
  const found = pairs.map(({ ids: [one, other], score, fields }) => ({ one, other, score, fields }));
  const { text } = tableOf(context, objectNamed(context.registry, object).name);
  const [look, pair, verdict] = (['look', 'pair', 'verdict'] as const).map((name) =>
    reviewTable(context, name),
  );
  await context.database.run(
    `with ended as (update ${look} set state = 'done', done = 1, records = $3, pairs = $4, seen = started, finished = now()
         where object = $1 and state = 'running' returning object),
       found as (select f.* from ended, json_to_recordset($2::json) f(one uuid, other uuid, score numeric, fields jsonb)),
       gone as (delete from ${pair} p using ended where p.object = $1
         and not exists (select 1 from found f where f.one = p.one and f.other = p.other)),
       forgotten as (delete from ${verdict} v using ended where v.object = $1
         and (select count(*) from ${text} t where t.id in (v.one, v.other)) < 2)
     insert into ${pair} (object, one, other, score, fields) select $1, one, other, score, fields from found
     on conflict (object, one, other) do update set score = excluded.score, fields = excluded.fields`,
    [object, JSON.stringify(found), records, found.length],
  );
}
