import type { ObjectModel } from '#kernel/registry.ts';
import { linkTable } from '../fields/columns.ts';
import { type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';
import { compileStatement, type Statement } from '../sql/statement.ts';
import type { Context } from './context.ts';
import { type Amount, inputRows } from './input-rows.ts';
import { selectionOf } from './list-query.ts';
import { recordJson } from './record-json.ts';
import { Scope } from './scope.ts';
import { type SharedStatement, shareStatement } from './shared-statement.ts';
import { brokenReferences, columnNames, insertLinks } from './stored-rows.ts';
import { keepKeys, logWritten, type Parts, writtenColumns } from './written-rows.ts';

/** What the statement gives back: the one record as JSON, or the ids of all that were written as a JSON array. */
export type Answer = 'record' | 'ids';

const answers: Readonly<Record<Answer, (scope: Scope, context: Context, object: ObjectModel) => Fragment>> = {
  record: (scope, context, object) => {
    const record = recordJson(scope, selectionOf(context, object, undefined));
    return sql`(select ${record}::text from w${scope.joins()})`;
  },
  ids: () => raw('(select json_agg(w.id)::text from w)'),
};

/** Changes all rows that are still at their version, or none. Gives back the references that lead nowhere, and an answer. */
export function updateAllStatement(
  context: Context,
  object: ObjectModel,
  parts: Parts,
  amount: Amount,
  answer: Answer,
): Statement {
  const scope = new Scope(context, object, 'w');
  const given = inputRows(amount, 'rows', 'x', writtenColumns(object, parts));
  const updates = updatesOf(scope, parts, given, raw('not exists (select 1 from bad)'));
  return compileStatement(
    sql`${updates} select (select json_agg(bad) from bad), ${answers[answer](scope, context, object)}`,
  );
}

/**
 * Changes each row on its own, whatever becomes of the others. Gives back for each the same. Among several, a record
 * that another transaction has touched and not replaced, maybe holding it still, is passed over, so that nobody waits
 * on another's account.
 */
export function updateEachStatement(context: Context, object: ObjectModel, parts: Parts): SharedStatement {
  return shareStatement((amount, caller) => {
    const scope = new Scope(context, object, 'w');
    const given = inputRows(amount, 'rows', 'x', [...writtenColumns(object, parts), ...caller]);
    const allowed = raw('not exists (select 1 from bad where bad.n = i.n)');
    const free = amount === 'one' ? allowed : sql`t.xmax = 0 and ${allowed}`;
    const updates = updatesOf(scope, parts, given, free);
    const record = recordJson(scope, selectionOf(context, object, undefined));
    return sql`${updates} select i.n, (select json_agg(bad) from bad where bad.n = i.n), case when w.id is not null then ${record} end
      from i left join w on w.id = i.id${scope.joins()}`;
  }, true);
}

/** The CTEs: the rows given as `i`, references that lead nowhere as `bad`, what is written of the rest as `w`. */
function updatesOf(
  scope: Scope,
  { stored, links, words, sealed }: Parts,
  given: Fragment,
  allowed: Fragment,
): Fragment {
  const { object, reader } = scope;
  const sets = columnNames(object, stored)
    .map((name) => `, ${quoted(name)} = i.${quoted(name)}`)
    .join('');
  const linkWrites = links.map((name) => {
    const table = identifier(reader.workspace.schema, linkTable(object.name, name));
    return sql`, ${raw(quoted(`unlink_${name}`))} as (delete from ${table} l using w join i using (id) where l.source = w.id and l.target <> all(i.${raw(quoted(name))})),
    ${raw(quoted(`link_${name}`))} as (${insertLinks(scope, name, 'exists (select 1 from w where w.id = i.id)')} on conflict do nothing)`;
  });
  return sql`with i as materialized (select * from ${given}),
    bad as materialized (${brokenReferences(scope, [...stored, ...links])}),
    w as (update ${scope.table()} t set version = i.version, "updatedAt" = i."@at", "updatedBy" = i."@by"${raw(sets)}${raw(words.map((name) => `, ${quoted(name)} = array_to_tsvector(i.${quoted(name)})`).join(''))}
      from i where t.id = i.id and t.version + 1 = i.version and t."deletedAt" is null and ${allowed} returning t.*)${join(linkWrites, '')},
    e as (${logWritten(reader, object.name)})${sealed.length > 0 ? sql`, k as (${keepKeys(reader, object.name)})` : raw('')}`;
}
