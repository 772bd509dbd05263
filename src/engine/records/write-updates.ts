import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { appendEvents, changesOf } from './event-rows.ts';
import { type Amount, amountOf, inputRows, inputText } from './input-rows.ts';
import { selectionOf } from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import type { Stored } from './read-for-update.ts';
import { recordJson } from './record-json.ts';
import type { Values } from './record-values.ts';
import { Scope } from './scope.ts';
import {
  brokenReferences,
  columnNames,
  insertLinks,
  isSearched,
  linkFields,
  recordset,
  searchColumns,
  searchRow,
  storedNames,
  storedRow,
} from './stored-rows.ts';

/** What to write of one record that has passed every rule. */
export interface DecidedUpdate {
  readonly id: string;
  readonly before: Stored;
  readonly after: Values;
}

/** What the statement gives back: the one record as JSON, or the ids of all that were written as a JSON array. */
type Answer = 'record' | 'ids';

const answers: Readonly<Record<Answer, (scope: Scope, context: Context, object: ObjectModel) => Fragment>> = {
  record: (scope, context, object) => {
    const record = recordJson(scope, selectionOf(context, object, undefined));
    return sql`(select ${record}::text from w${scope.joins()})`;
  },
  ids: () => raw('(select json_agg(w.id)::text from w)'),
};

const plans = new PlanCache<Statement>();

/**
 * One statement for records of which the same fields change: check references, write those still at the version read,
 * append to the log. `bad` names references that lead nowhere; nothing is written when there are any.
 */
export async function runUpdate(
  context: Context,
  object: ObjectModel,
  changed: readonly string[],
  updates: readonly DecidedUpdate[],
  answer: Answer,
): Promise<{ readonly bad: readonly { n: number; field: string }[]; readonly answer: string | undefined }> {
  const stored = storedNames(object, changed);
  const links = linkFields(object, changed);
  const searched =
    isSearched(object) && changed.some((name) => object.fields.get(name)?.search !== undefined);
  const amount = amountOf(updates);
  const statement = plans.get(context, `${object.name}:${amount}:${answer}:${changed.join()}`, () =>
    updateStatement(context, object, stored, links, searched, amount, answer),
  );
  const rows = updates.map(({ id, before, after }, n) => ({
    n,
    id,
    version: before.version,
    ...storedRow(object, stored, after),
    ...Object.fromEntries(links.map((name) => [name, after[name] ?? []])),
    ...(searched ? searchRow(object, after) : {}),
  }));
  const events = updates.map(({ id, before, after }) => ({
    record: id,
    version: before.version + 1,
    kind: context.verb ?? 'updated',
    changes: changesOf(before, after, changed),
  }));
  const binding = bindingOf(context, { rows: inputText(rows), events: inputText(events) });
  const [result] = await context.database.run(statement.text, bind(statement, binding));
  return { bad: JSON.parse(result?.[0] ?? '[]'), answer: result?.[1] ?? undefined };
}

/** Refuses references that lead nowhere. */
export function refuseBroken(bad: readonly { readonly field: string }[]): void {
  if (bad.length === 0) return;
  throw new Refusal(
    'invalid',
    bad.map(({ field }) => ({ field, code: 'noSuchRecord' })),
  );
}

function updateStatement(
  context: Context,
  object: ObjectModel,
  stored: readonly string[],
  links: readonly string[],
  searched: boolean,
  amount: Amount,
  answer: Answer,
): Statement {
  const scope = new Scope(context, object, 'w');
  const words = searched ? searchColumns(object).map(quoted) : [];
  const given = [
    'n int',
    'id uuid',
    'version int',
    ...recordset(object, stored),
    ...links.map((name) => `${quoted(name)} uuid[]`),
    ...words.map((name) => `${name} text[]`),
  ];
  const sets = columnNames(object, stored)
    .map((name) => `, ${quoted(name)} = i.${quoted(name)}`)
    .join('');
  const linkWrites = links.map(
    (
      name,
    ) => sql`, ${raw(quoted(`unlink_${name}`))} as (delete from ${raw(`"${context.workspace.schema}".${quoted(`${object.name}_${name}`)}`)} l using i, w where l.source = w.id and l.target <> all(i.${raw(quoted(name))})),
    ${raw(quoted(`link_${name}`))} as (${insertLinks(scope, name, 'exists (select 1 from w where w.id = i.id)')} on conflict do nothing)`,
  );
  return compileStatement(sql`with i as materialized (select * from ${inputRows(amount, 'rows', 'x', given)}),
    bad as materialized (${brokenReferences(scope, [...stored, ...links])}),
    w as (update ${scope.table()} t set version = t.version + 1, "updatedAt" = ${{ slot: 'now' }}::timestamptz, "updatedBy" = ${{ slot: 'actor' }}::uuid${raw(sets)}${raw(words.map((name) => `, ${name} = array_to_tsvector(i.${name})`).join(''))}
      from i where t.id = i.id and t.version = i.version and t."deletedAt" is null and not exists (select 1 from bad) returning t.*)${join(linkWrites, '')},
    e as (${appendEvents(context, object.name, 'w', amount)})
    select (select json_agg(bad) from bad), ${answers[answer](scope, context, object)}`);
}
