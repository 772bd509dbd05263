import { dayIn } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { addDays } from '#kernel/report/buckets.ts';
import { type Taken, takenAt, takenBy } from '#kernel/run-time/taken-value.ts';
import { placeholdersIn, shownPath, textMark, withValues } from '#kernel/run-time/text-with-values.ts';
import { isObject } from '#kernel/shape.ts';
import { valueAt } from '#kernel/value-at.ts';
import { shownValue } from '../notifications/shown-value.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { readRecord } from '../records/read.ts';
import { languageOf } from './language-of.ts';

type Values = Readonly<Record<string, unknown>>;

/** A record for which steps are done: one that was deleted is read where it lies. */
export interface Subject {
  readonly object: string;
  readonly id: string;
  readonly deleted?: boolean;
  /** Within a loop, the record from which that started. */
  readonly start?: Subject;
}

/** The values of a step for one record, and what of it was read. */
export interface Filled {
  readonly record: Values;
  readonly values: Values;
}

/** What values are taken from. */
interface Sources {
  readonly subject: Subject;
  readonly record: Values;
  readonly start: Values;
}

/** The values of a step filled in for one record, and what of it was read; a reference beside them is read too. */
export async function valuesFor(
  context: Context,
  subject: Subject,
  values: Values,
  through?: string,
): Promise<Filled> {
  const [filled] = await valuesForEach(context, [subject], values, through);
  return filled as Filled;
}

/** The same for several records of one object, which are read together. */
export async function valuesForEach(
  context: Context,
  subjects: readonly Subject[],
  values: Values,
  through?: string,
): Promise<readonly Filled[]> {
  const [first] = subjects;
  if (first === undefined) return [];
  const taken = takenIn(context, first, values);
  const paths = (source: Taken['from']) => taken.flatMap(({ from, path }) => (from === source ? [path] : []));
  const own = [...paths('record'), ...(through === undefined ? [] : [through])];
  const records = await recordsForSteps(context, subjects, own);
  const [start = {}] =
    first.start === undefined || paths('start').length === 0
      ? []
      : await recordsForSteps(context, [first.start], paths('start'));
  return subjects.map((subject, index) => {
    const record = records[index] ?? {};
    return { record, values: filled(context, { subject, record, start }, values) };
  });
}

/** What step values take, by `$record.path` and its like, or between braces in a text. */
function takenIn(context: Context, subject: Subject, values: Values): readonly Taken[] {
  return Object.values(values).flatMap((value): readonly Taken[] => {
    if (isObject(value)) return takenIn(context, subject, value);
    if (Array.isArray(value)) return takenIn(context, subject, { ...value });
    const taken = takenBy(value);
    if (taken !== undefined) return [taken];
    if (typeof value !== 'string' || !value.startsWith(textMark)) return [];
    return placeholdersIn(value).map((placeholder) => shownAt(context, subject, placeholder));
  });
}

/** What is read for a placeholder. */
function shownAt(context: Context, subject: Subject, placeholder: string): Taken {
  const { from, path } = takenAt(placeholder);
  return { from, path: shownPath(context.registry, modelOf(context, subject, from), path) };
}

function modelOf({ registry }: Context, { object, start }: Subject, from: Taken['from']): ObjectModel {
  return objectNamed(registry, from === 'start' && start ? start.object : object);
}

/** The values of a step for one record: paths, `$record`, `$start`, `$actor`, `$now` and `$today` filled in, and texts. */
function filled(context: Context, sources: Sources, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (isObject(value)) return [name, filled(context, sources, value)];
      if (Array.isArray(value)) return [name, value.map((one) => filledOne(context, sources, one))];
      return [name, filledOne(context, sources, value)];
    }),
  );
}

function filledOne(context: Context, sources: Sources, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  if (value.startsWith('$$')) return value.slice(1);
  if (value.startsWith(textMark)) return textFor(context, sources, value.slice(textMark.length));
  if (value === '$record') return sources.subject.id;
  if (value === '$start') return sources.subject.start?.id;
  if (value === '$actor') return context.actor.id;
  const [, moment, days = '0'] = /^\$(today|now)([+-]\d+)?$/.exec(value) ?? [];
  if (moment === 'today') return addDays(dayIn(context.now, context.actor.timeZone), Number(days));
  if (moment === 'now') return formatInstant(context.now + Number(days) * 86_400_000);
  const taken = takenBy(value);
  return taken && at(sources[taken.from], taken.path);
}

function textFor(context: Context, sources: Sources, text: string): string {
  const reader = { ...context, actor: { ...context.actor, locale: languageOf(text) } };
  return withValues(text, (placeholder) => {
    const { from, path } = shownAt(context, sources.subject, placeholder);
    return shownValue(reader, modelOf(context, sources.subject, from), path, valueAt(sources[from], path));
  });
}

/** Records of one object as steps see them: the paths asked for, references without further paths as ids. */
async function recordsForSteps(
  context: Context,
  subjects: readonly Subject[],
  paths: readonly string[],
): Promise<readonly Values[]> {
  const select = [...new Set(['id', ...paths])];
  const [first] = subjects;
  if (first === undefined) return [];
  const { object, id, deleted = false } = first;
  if (subjects.length === 1 && !deleted)
    return [JSON.parse(await readRecord(context, object, id, select)) as Values];
  const ids = subjects.map((each) => each.id);
  const page = await listRecords(context, object, {
    ...{ where: { id: { in: ids } }, select, limit: listLimits.most, bin: deleted },
  });
  const found = new Map(recordsIn<Values>(page).map((record) => [record.id, record]));
  return ids.map((one) => {
    const record = found.get(one);
    if (record === undefined) throw new Refusal('notFound');
    return record;
  });
}

export function at(record: Values, path: string): unknown {
  const value = valueAt(record, path);
  // A reference of which a further path was read comes as an object; its own value is the id.
  if (Array.isArray(value)) return value.map((one) => (isNamed(one) ? one.id : one));
  return isNamed(value) ? value.id : value;
}

/** `{"object", "id"}` is the value of a reference to one of several objects and stays whole. */
function isNamed(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && !('object' in value);
}
