import type { ObjectModel } from '#kernel/registry.ts';
import { type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import { compileStatement, type Statement } from '../sql/statement.ts';
import type { Context } from './context.ts';
import { type Amount, inputRows } from './input-rows.ts';
import { selectionOf } from './list-query.ts';
import { recordJson } from './record-json.ts';
import { Scope } from './scope.ts';
import { type SharedStatement, shareStatement } from './shared-statement.ts';
import { brokenReferences, columnNames, insertLinks } from './stored-rows.ts';
import { keepKeys, logWritten, type Parts, writtenColumns } from './written-rows.ts';

/** Creates all rows or none. Gives back the references that lead nowhere, and the records if they are wanted. */
export function insertAllStatement(
  context: Context,
  object: ObjectModel,
  parts: Parts,
  amount: Amount,
  answer: 'records' | 'nothing',
): Statement {
  const scope = new Scope(context, object, 'w');
  const given = inputRows(amount, 'rows', 'x', writtenColumns(object, parts));
  const inserts = insertsOf(scope, parts, given, raw('not exists (select 1 from bad)'));
  const record = answer === 'records' && recordJson(scope, selectionOf(context, object, undefined));
  const written = record
    ? sql`(select json_agg(${record} order by i.n)::text from w join i using (id)${scope.joins()})`
    : sql`(select count(*) from w)`;
  return compileStatement(sql`${inserts} select (select json_agg(bad) from bad), ${written}`);
}

/** Creates each row on its own, whatever becomes of the others. Gives back for each the same. */
export function insertEachStatement(context: Context, object: ObjectModel, parts: Parts): SharedStatement {
  return shareStatement((amount, caller) => {
    const scope = new Scope(context, object, 'w');
    const given = inputRows(amount, 'rows', 'x', [...writtenColumns(object, parts), ...caller]);
    const inserts = insertsOf(scope, parts, given, raw('not exists (select 1 from bad where bad.n = i.n)'));
    const record = recordJson(scope, selectionOf(context, object, undefined));
    return sql`${inserts} select i.n, (select json_agg(bad) from bad where bad.n = i.n), case when w.id is not null then ${record} end
      from i left join w on w.id = i.id${scope.joins()}`;
  });
}

/** The CTEs: the rows given as `i`, references that lead nowhere as `bad`, what is written of the rest as `w`. */
function insertsOf(
  scope: Scope,
  { stored, links, words, sealed }: Parts,
  given: Fragment,
  allowed: Fragment,
): Fragment {
  const { object, reader } = scope;
  const columns = columnNames(object, stored).map(quoted);
  const linkInserts = links.map(
    (name) =>
      sql`, ${raw(quoted(`link_${name}`))} as (${insertLinks(scope, name, 'exists (select 1 from w where w.id = i.id)')})`,
  );
  return sql`with i as materialized (select * from ${given}),
    bad as materialized (${brokenReferences(scope, [...stored, ...links])}),
    w as (insert into ${scope.table()} (id, version, "createdAt", "createdBy", "updatedAt", "updatedBy"${raw(columns.map((name) => `, ${name}`).join(''))}${raw(words.map((name) => `, ${quoted(name)}`).join(''))})
      select i.id, 1, i."@at", i."@by", i."@at", i."@by"${raw(columns.map((name) => `, i.${name}`).join(''))}${raw(words.map((name) => `, array_to_tsvector(i.${quoted(name)})`).join(''))}
      from i where ${allowed} order by i.n returning *)${join(linkInserts, '')},
    e as (${logWritten(reader, object.name)})${sealed.length > 0 ? sql`, k as (${keepKeys(reader, object.name)})` : raw('')}`;
}
