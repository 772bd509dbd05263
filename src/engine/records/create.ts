import type { Decision } from '#kernel/change.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { mayCreate } from '../access/rights.ts';
import { uuidv7 } from '../database/uuid.ts';
import { join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { isNumbered, numbersFor } from './auto-numbers.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import type { DecidedRecord, Written } from './decided-record.ts';
import { appendEvents, changesOf } from './event-rows.ts';
import { type Amount, amountOf, inputRows, inputText } from './input-rows.ts';
import { keepTotals } from './kept-totals.ts';
import { selectionOf } from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import { recordJson } from './record-json.ts';
import { defaults, parseValues } from './record-values.ts';
import { Scope } from './scope.ts';
import { sharedDecision } from './shared-decision.ts';
import {
  brokenReferences,
  columnNames,
  insertLinks,
  linkFields,
  recordset,
  searchColumns,
  searchRow,
  storedNames,
  storedRow,
} from './stored-rows.ts';
import { onField } from './violations.ts';

/** A record to be created; its id may be given so that others can name it. */
export interface NewRecord {
  readonly id?: string;
  readonly values: unknown;
  /** For history brought in from elsewhere; this moment and the actor unless told. For all of a batch or for none. */
  readonly written?: Written;
}

export const createLimit = 1000;

/** Creates all or none, each with its entry in the log, in one statement. Returns them as JSON text, in order. */
export async function createRecords(
  context: Context,
  objectName: string,
  inputs: readonly NewRecord[],
): Promise<readonly string[]> {
  const object = objectNamed(context.registry, objectName);
  if (!mayCreate(object, context.actor)) throw new Refusal('forbidden');
  if (inputs.length > createLimit)
    throw new Refusal('invalid', [{ field: '', code: 'tooMany', parameters: { most: createLimit } }]);
  const complaints: Complaint[] = [];
  const decided: DecidedRecord[] = [];
  const decision = sharedDecision(context);
  for (const [index, input] of inputs.entries()) {
    const own: Complaint[] = [];
    decided.push(await decideNew(context, object, input, own, decision));
    complaints.push(...own.map((complaint) => at(complaint, index, inputs.length)));
  }
  if (complaints.length > 0) throw new Refusal('invalid', complaints);
  return insertRecords(context, object, decided, 'records');
}

/** Takes a new record up the ladder to the point of writing. */
export async function decideNew(
  context: Context,
  object: ObjectModel,
  input: NewRecord,
  complaints: Complaint[],
  decision: Decision,
): Promise<DecidedRecord> {
  const given = parseValues(context, object, input.values, complaints, true);
  const { after } = await decide(
    context,
    object,
    undefined,
    { ...defaults(context, object), ...given },
    complaints,
    decision,
  );
  return { id: input.id ?? uuidv7(), values: after, ...(input.written && { written: input.written }) };
}

const plans = new PlanCache<Statement>();

/** Writes decided records in one statement, all or none. Gives them back as JSON text, or nothing for a bulk load. */
export async function insertRecords(
  context: Context,
  object: ObjectModel,
  records: readonly DecidedRecord[],
  answer: 'records' | 'nothing',
): Promise<readonly string[]> {
  if (records.length === 0) return [];
  const insert = (database: Context['database']) =>
    insertNumbered({ ...context, database }, object, records, answer);
  // What is refused gives its numbers back, and what is written is in the totals to which it adds.
  return isNumbered(object) || object.totals.length > 0
    ? context.database.transaction(insert)
    : insert(context.database);
}

async function insertNumbered(
  context: Context,
  object: ObjectModel,
  records: readonly DecidedRecord[],
  answer: 'records' | 'nothing',
): Promise<readonly string[]> {
  const numbered = await numbersFor(context, object, records);
  const names = storedNames(object, object.fields.keys());
  const links = linkFields(object, object.fields.keys());
  const dated = records.some(({ written }) => written !== undefined);
  const amount = amountOf(numbered);
  const statement = plans.get(context, `+${object.name}${dated ? '@' : ''} ${amount} ${answer}`, () =>
    insertStatement(context, object, names, links, amount, answer, dated),
  );
  const rows = numbered.map(({ id, values, written }, n) => ({
    n,
    id,
    ...(written && { '@at': written.at, '@by': written.by }),
    ...storedRow(object, names, values),
    ...Object.fromEntries(links.map((name) => [name, values[name] ?? []])),
    ...searchRow(object, values),
  }));
  const events = numbered.map(({ id, values, written }) => ({
    ...written,
    record: id,
    version: 1,
    kind: 'created',
    changes: changesOf(
      undefined,
      values,
      [...object.fields.keys()].filter((name) => (values[name] ?? null) !== null),
    ),
  }));
  const binding = bindingOf(context, { rows: inputText(rows), events: inputText(events) });
  const [result] = await onField(object, () =>
    context.database.run(statement.text, bind(statement, binding)),
  );
  const bad = JSON.parse(result?.[0] ?? '[]') as readonly { n: number; field: string }[];
  if (bad.length > 0) {
    throw new Refusal(
      'invalid',
      bad.map(({ n, field }) => at({ field, code: 'noSuchRecord' }, n, records.length)),
    );
  }
  await keepTotals(
    context,
    object,
    numbered.map(({ id }) => id),
  );
  if (answer === 'nothing') return [];
  if (links.length > 0) return withLinks(result?.[1] ?? '[]', links, numbered);
  return records.length === 1 ? [result?.[1]?.slice(1, -1) ?? ''] : splitArray(result?.[1] ?? '[]');
}

function insertStatement(
  context: Context,
  object: ObjectModel,
  names: readonly string[],
  links: readonly string[],
  amount: Amount,
  answer: 'records' | 'nothing',
  dated: boolean,
): Statement {
  const scope = new Scope(context, object, 'w');
  const searched = searchColumns(object).map(quoted);
  const given = [
    'n int',
    'id uuid',
    ...(dated ? ['"@at" timestamptz', '"@by" uuid'] : []),
    ...recordset(object, names),
    ...links.map((name) => `${quoted(name)} uuid[]`),
    ...searched.map((name) => `${name} text[]`),
  ];
  const columns = columnNames(object, names).map(quoted);
  const stamps = dated
    ? raw('1, i."@at", i."@by", i."@at", i."@by"')
    : sql`1, ${{ slot: 'now' }}::timestamptz, ${{ slot: 'actor' }}::uuid, ${{ slot: 'now' }}::timestamptz, ${{ slot: 'actor' }}::uuid`;
  const linkInserts = links.map(
    (name) =>
      sql`, ${raw(quoted(`link_${name}`))} as (${insertLinks(scope, name, 'exists (select 1 from w where w.id = i.id)')})`,
  );
  const record = answer === 'records' && recordJson(scope, selectionOf(context, object, undefined));
  const written = record
    ? sql`(select json_agg(${record} order by i.n)::text from w join i using (id)${scope.joins()})`
    : sql`(select count(*) from w)`;
  return compileStatement(sql`with i as materialized (select * from ${inputRows(amount, 'rows', 'x', given)}),
    bad as materialized (${brokenReferences(scope, [...names, ...links])}),
    w as (insert into ${scope.table()} (id, version, "createdAt", "createdBy", "updatedAt", "updatedBy"${raw(columns.map((name) => `, ${name}`).join(''))}${raw(searched.map((name) => `, ${name}`).join(''))})
      select i.id, ${stamps}${raw(columns.map((name) => `, i.${name}`).join(''))}${raw(searched.map((name) => `, array_to_tsvector(i.${name})`).join(''))}
      from i where not exists (select 1 from bad) order by i.n returning *)${join(linkInserts, '')},
    e as (${appendEvents(context, object.name, 'w', amount, dated)})
    select (select json_agg(bad) from bad), ${written}`);
}

/** The records as text, their lists filled in: the statement that writes them does not see them yet. */
function withLinks(
  text: string,
  links: readonly string[],
  records: readonly DecidedRecord[],
): readonly string[] {
  return (JSON.parse(text) as readonly Record<string, unknown>[]).map((record, index) => {
    const shown = links.filter((name) => name in record);
    const lists = shown.map((name) => [name, records[index]?.values[name] ?? null]);
    return JSON.stringify({ ...record, ...Object.fromEntries(lists) });
  });
}

/** The elements of a JSON array of objects, as text. */
function splitArray(text: string): readonly string[] {
  return (JSON.parse(text) as readonly unknown[]).map((item) => JSON.stringify(item));
}

function at(complaint: Complaint, index: number, count: number): Complaint {
  return count === 1 ? complaint : { ...complaint, field: `${index}.${complaint.field}` };
}
