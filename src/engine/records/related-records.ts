import type { Related } from '#kernel/expression/expression.ts';
import { compile } from '../expression/compile.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { type Children, refersTo } from './children.ts';

/** That enough other records refer to a row and meet the condition, counting those alone that the reader may see. */
export function relatedRecords(
  other: Children,
  { by, where, atLeast }: Related,
  parentAlias: string,
): Fragment {
  const matching = sql`${refersTo(other, by, parentAlias)} and ${other.condition('read')} and ${compile(where, other)}`;
  const rows = sql`from ${other.table()} ${raw(other.alias)}${other.joins()} where ${matching}`;
  if (atLeast === 1) return sql`(exists (select 1 ${rows}))`;
  const [most, counted] = [raw(String(atLeast)), raw(`${other.alias}_n`)];
  return sql`((select count(*) from (select 1 ${rows} limit ${most}) ${counted}) = ${most})`;
}
