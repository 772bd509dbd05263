import { dayIn } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { addDays } from '#kernel/report/buckets.ts';
import { placeholdersIn, shownPath, textMark, withValues } from '#kernel/run-time/text-with-values.ts';
import { isObject } from '#kernel/shape.ts';
import { shownValue } from '../notifications/shown-value.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { readRecord } from '../records/read.ts';
import { languageOf } from './language-of.ts';

type Values = Readonly<Record<string, unknown>>;

/** A record for which steps are done: one that was deleted is read where it lies. */
export interface Subject {
  readonly object: string;
  readonly id: string;
  readonly deleted?: boolean;
}

/** The paths of a record of the object that step values name, as `$record.path` or between braces in a text. */
function pathsIn(context: Context, object: string, values: Values): readonly string[] {
  return Object.values(values).flatMap((value) => {
    if (isObject(value)) return pathsIn(context, object, value);
    if (Array.isArray(value)) return pathsIn(context, object, { ...value });
    if (typeof value !== 'string') return [];
    if (value.startsWith('$record.')) return [value.slice('$record.'.length)];
    if (!value.startsWith(textMark)) return [];
    const model = objectNamed(context.registry, object);
    return placeholdersIn(value).map((path) => shownPath(context.registry, model, path));
  });
}

/** The values of a step filled in for one record, and what of it was read; a reference beside them is read too. */
export async function valuesFor(
  context: Context,
  subject: Subject,
  values: Values,
  through?: string,
): Promise<{ readonly record: Values; readonly values: Values }> {
  const record = await recordForSteps(context, subject, [
    ...pathsIn(context, subject.object, values),
    ...(through === undefined ? [] : [through]),
  ]);
  return { record, values: filled(context, subject.object, values, record) };
}

/** The values of a step for one record: `$record.path`, `$record`, `$actor`, `$now` and `$today` filled in, and texts. */
function filled(context: Context, object: string, values: Values, record: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (isObject(value)) return [name, filled(context, object, value, record)];
      if (Array.isArray(value)) return [name, value.map((one) => filledOne(context, object, one, record))];
      return [name, filledOne(context, object, value, record)];
    }),
  );
}

function filledOne(context: Context, object: string, value: unknown, record: Values): unknown {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  if (value.startsWith('$$')) return value.slice(1);
  if (value.startsWith(textMark)) return textFor(context, object, value.slice(textMark.length), record);
  if (value === '$record') return record.id;
  if (value === '$actor') return context.actor.id;
  const [, moment, days = '0'] = /^\$(today|now)([+-]\d+)?$/.exec(value) ?? [];
  if (moment === 'today') return addDays(dayIn(context.now, context.actor.timeZone), Number(days));
  if (moment === 'now') return formatInstant(context.now + Number(days) * 86_400_000);
  return at(record, value.slice('$record.'.length));
}

function textFor(context: Context, object: string, text: string, record: Values): string {
  const model = objectNamed(context.registry, object);
  const reader = { ...context, actor: { ...context.actor, locale: languageOf(text) } };
  return withValues(text, (path) => {
    const shown = shownPath(context.registry, model, path);
    return shownValue(reader, model, shown, within(record, shown));
  });
}

/** The record as steps see it: the paths asked for, references without further paths as ids. */
async function recordForSteps(
  context: Context,
  { object, id, deleted }: Subject,
  paths: readonly string[],
): Promise<Values> {
  const select = [...new Set(['id', ...paths])];
  if (deleted !== true) return JSON.parse(await readRecord(context, object, id, select)) as Values;
  const [record] = recordsIn<Values>(
    await listRecords(context, object, { where: { id }, select, bin: true }),
  );
  if (record === undefined) throw new Refusal('notFound');
  return record;
}

function within(record: Values, path: string): unknown {
  let value: unknown = record;
  for (const name of path.split('.')) value = (value as Values | null | undefined)?.[name] ?? null;
  return value;
}

export function at(record: Values, path: string): unknown {
  const value = within(record, path);
  // A reference of which a further path was read comes as an object; its own value is the id.
  if (Array.isArray(value)) return value.map((one) => (isNamed(one) ? one.id : one));
  return isNamed(value) ? value.id : value;
}

/** `{"object", "id"}` is the value of a reference to one of several objects and stays whole. */
function isNamed(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && !('object' in value);
}
