import type { Decision } from '#kernel/change.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { mayCreate } from '../access/rights.ts';
import { uuidv7 } from '../database/uuid.ts';
import { keepAlone, takesAlone } from '../occurrences/keep-alone.ts';
import { bind, type Statement } from '../sql/statement.ts';
import { isNumbered, numbersFor } from './auto-numbers.ts';
import { bindingOf, callerOf } from './binding.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import type { DecidedRecord, Written } from './decided-record.ts';
import { changesOf } from './event-rows.ts';
import { forEachObject } from './for-each-object.ts';
import { amountOf, inputText } from './input-rows.ts';
import { insertAllStatement, insertEachStatement } from './insert-statement.ts';
import { keepTotals } from './kept-totals.ts';
import { PlanCache } from './plan-cache.ts';
import { parseValues, startingValues } from './record-values.ts';
import { sharedDecision } from './shared-decision.ts';
import { runShared, type SharedStatement } from './shared-statement.ts';
import { onField } from './violations.ts';
import { type Parts, partsOf, writtenRow } from './written-rows.ts';

/** A record to be created; its id may be given so that others can name it. */
export interface NewRecord {
  readonly id?: string;
  readonly values: unknown;
  /** For history brought in from elsewhere; this moment and the actor unless told. */
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
    startingValues(context, object, given),
    complaints,
    decision,
  );
  return { id: input.id ?? uuidv7(), values: after, ...(input.written && { written: input.written }) };
}

/** Writes decided records in one statement, all or none. Gives them back as JSON text, or nothing for a bulk load. */
export async function insertRecords(
  context: Context,
  object: ObjectModel,
  records: readonly DecidedRecord[],
  answer: 'records' | 'nothing',
): Promise<readonly string[]> {
  const [only] = records;
  if (only === undefined) return [];
  context.workspace.room?.takeRecords(records.length);
  // What is refused gives its numbers back, and what is written is in the totals to which it adds.
  if (isNumbered(object) || object.totals.length > 0 || takesAlone(object))
    return context.database.transaction(async (database) => {
      const inside = { ...context, database };
      return insertAll(inside, object, await numbersFor(inside, object, records), answer);
    });
  if (records.length === 1 && context.database.pooled) return [await insertOne(context, object, only)];
  return insertAll(context, object, records, answer);
}

const wholeOf = forEachObject((object) => partsOf(object, [...object.fields.keys()]));

const plans = new PlanCache<Statement>();

async function insertAll(
  context: Context,
  object: ObjectModel,
  records: readonly DecidedRecord[],
  answer: 'records' | 'nothing',
): Promise<readonly string[]> {
  const parts = wholeOf(object);
  const amount = amountOf(records);
  const statement = plans.get(context, `+${object.name} ${amount} ${answer}`, () =>
    insertAllStatement(context, object, parts, amount, answer),
  );
  const rows = records.map((record, n) => ({ n, ...rowOf(context, object, parts, record) }));
  const binding = bindingOf(context, { rows: inputText(rows) });
  const [result] = await onField(object, () =>
    context.database.run(statement.text, bind(statement, binding)),
  );
  refuseBroken(result?.[0], records.length);
  await keepTotals(
    context,
    object,
    records.map(({ id }) => id),
  );
  await keepAlone(
    context,
    object,
    records.map(({ id }) => id),
    (field, id) => (records.length === 1 ? field : `${records.findIndex((each) => each.id === id)}.${field}`),
  );
  if (answer === 'nothing') return [];
  if (parts.links.length > 0) return withLinks(result?.[1] ?? '[]', parts.links, records);
  return records.length === 1 ? [result?.[1]?.slice(1, -1) ?? ''] : splitArray(result?.[1] ?? '[]');
}

const sharedPlans = new PlanCache<SharedStatement>();

/** Writes one record, in one statement with others that are written at this moment. */
async function insertOne(context: Context, object: ObjectModel, record: DecidedRecord): Promise<string> {
  const parts = wholeOf(object);
  const statement = sharedPlans.get(context, object.name, () => insertEachStatement(context, object, parts));
  const row = rowOf(context, object, parts, record);
  const result = await onField(object, () => runShared(context, statement, row));
  refuseBroken(result?.[1], 1);
  const text = result?.[2] ?? '';
  return parts.links.length > 0 ? (withLinks(`[${text}]`, parts.links, [record])[0] ?? '') : text;
}

function rowOf(context: Context, object: ObjectModel, parts: Parts, { id, values, written }: DecidedRecord) {
  const filled = [...object.fields.keys()].filter((name) => (values[name] ?? null) !== null);
  const { now: at, actor: by, impersonator: through } = callerOf(context);
  const changes = changesOf(undefined, values, filled);
  const entry = { version: 1, kind: 'created', changes, ...(written ?? { at, by, through }) };
  return { id, ...writtenRow(object, parts, values, entry) };
}

/** Refuses references that lead nowhere, `bad` as a statement tells of them. */
function refuseBroken(bad: string | null | undefined, count: number): void {
  if (bad === null || bad === undefined) return;
  const broken = JSON.parse(bad) as readonly { n: number; field: string }[];
  throw new Refusal(
    'invalid',
    broken.map(({ n, field }) => at({ field, code: 'noSuchRecord' }, n, count)),
  );
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
