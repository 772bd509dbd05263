import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { bindingOf } from '../../records/binding.ts';
import type { Context } from '../../records/context.ts';
import { namesOfRecords } from '../../records/names-of-records.ts';
import { argument, type Fragment, raw, sql } from '../../sql/fragment.ts';
import { bind, compileStatement } from '../../sql/statement.ts';
import { reviewTable } from './duplicate-look.ts';
import { type PairChoice, pairArguments, waiting } from './list-pairs.ts';
import { mustMerge } from './must-merge.ts';

/** Records that one can take in at a time. */
const most = 20;

/** Groups that are shown before they are merged. */
const shown = 8;

/**
 * SQL for which records (`one`) would take in which others (`others`, ids as JSON): each other goes to the oldest record that it is
 * itself like, and only to one that is nobody's other, so that no two are merged of which nobody found that they are alike. Where
 * somebody has said of two others that they are not the same, neither is taken.
 */
export function mergeGroups(context: Context): Fragment {
  const verdict = raw(reviewTable(context, 'verdict'));
  return sql`select one, jsonb_agg(other order by other) as others from (
      select m.one, m.other, row_number() over (partition by m.one order by m.score desc, m.other) as place from (
        select distinct on (c.other) c.one, c.other, c.score from chosen c
        where not exists (select 1 from chosen d where d.other = c.one)
          and not exists (select 1 from chosen d join ${verdict} v on v.object = ${argument('object')}::text
            and v.one = least(c.other, d.other) and v.other = greatest(c.other, d.other) where d.one = c.one)
        order by c.other, c.score desc, c.one) m) n
    where place <= ${raw(String(most))} group by one`;
}

/** The pairs that are chosen, as `chosen`. */
export function chosenPairs(context: Context, object: ObjectModel, choice: PairChoice): Fragment {
  return sql`chosen as (select p.one, p.other, p.score ${waiting(context, object, choice)})`;
}

/** What the statement about groups asks besides. */
export function groupArguments(context: Context, object: ObjectModel, choice: PairChoice) {
  return { object: object.name, ...pairArguments(context, object, choice) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What merging all pairs from a likelihood on would come to. */
export interface ForeseenMerges {
  /** Records that stay, and those that they take in. */
  readonly groups: number;
  readonly records: number;
  readonly examples: readonly { readonly record: Named; readonly with: readonly Named[] }[];
}

/** Counts them, and tells the first of them by name. */
export async function foreseeMerges(
  context: Context,
  objectName: string,
  choice: PairChoice,
): Promise<ForeseenMerges> {
  mustMerge(context, objectName);
  const object = objectNamed(context.registry, objectName);
  const statement = compileStatement(
    sql`with ${chosenPairs(context, object, choice)}, grouped as (${mergeGroups(context)})
      select count(*), coalesce(sum(jsonb_array_length(others)), 0), (select coalesce(json_agg(g), '[]') from (select one, others from grouped order by one limit ${raw(String(shown))}) g) from grouped`,
  );
  const [row] = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, groupArguments(context, object, choice))),
  );
  const groups = JSON.parse(row?.[2] ?? '[]') as readonly {
    readonly one: string;
    readonly others: readonly string[];
  }[];
  const names = await namesOfRecords(
    context,
    object,
    groups.flatMap(({ one, others }) => [one, ...others]),
  );
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    ...{ groups: Number(row?.[0] ?? 0), records: Number(row?.[1] ?? 0) },
    examples: groups.map(({ one, others }) => ({ record: named(one), with: others.map(named) })),
  };
}
