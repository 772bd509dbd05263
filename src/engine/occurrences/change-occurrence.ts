import type { Change } from '#kernel/change.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { Occurs } from '#kernel/occurs.ts';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import {
  before,
  from,
  isTime,
  moved,
  type Reach,
  type Series,
  withoutTime,
} from '#kernel/recurrence/change-series.ts';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { carryOut } from '../actions/carry-out.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Context } from '../records/context.ts';
import { idsWhere } from '../records/ids-where.ts';
import { readRecord } from '../records/read.ts';
import { readForUpdate, type Stored } from '../records/read-for-update.ts';
import { parseValues, type Values } from '../records/record-values.ts';
import { occursOf } from './time-window.ts';

/** Which time of a series is changed, and how much of it with it. */
export interface ChosenTime {
  readonly object: string;
  /** The series. */
  readonly id: string;
  readonly at: number;
  readonly reach: Reach;
  /** What the caller saw, where he tells. */
  readonly version?: number | undefined;
}

/**
 * Changes one time of a series, it and those that follow, or all, through the ladder: one time becomes a record of its
 * own, the following become a series of their own. Returns the record that then holds the time as JSON text.
 */
export async function changeOccurrence(context: Context, time: ChosenTime, input: unknown): Promise<string> {
  return onSeries(context, time, async (inside, found) => {
    const complaints: Complaint[] = [];
    const values = parseValues(context, found.object, input, complaints, false);
    if (complaints.length > 0) throw new Refusal('invalid', complaints);
    const { changes, id } = changesOf(time, found, values);
    await carryOut(inside, changes);
    return readRecord(inside, time.object, id);
  });
}

/** Takes one time out of a series, it and those that follow, or all of it. What was said of a past one alone stays. */
export async function removeOccurrence(context: Context, time: ChosenTime): Promise<void> {
  await onSeries(context, time, async (inside, { object, occurs, record, series }) => {
    const name = object.qualified;
    if (time.reach === 'this') {
      const values = { repeats: withoutTime(series, time.at) };
      return carryOut(inside, [{ kind: 'update', object: name, id: record.id, values }]);
    }
    const whole = time.reach === 'all' || time.at === series.start;
    const since = { gte: formatInstant(whole ? context.now : time.at) };
    const where = { [occurs.series ?? '']: record.id, seriesAt: since };
    const alone = await idsWhere(inside, object.name, 'delete', where);
    const rest: Change = whole
      ? { kind: 'delete', object: name, id: record.id }
      : { kind: 'update', object: name, id: record.id, values: { repeats: before(series, time.at) } };
    await carryOut(inside, [...alone.map((id) => ({ kind: 'delete', object: name, id }) as const), rest]);
  });
}

interface FoundSeries {
  readonly object: ObjectModel;
  readonly occurs: Occurs;
  readonly record: Stored;
  readonly series: Series;
}

/** Holds the series while something is done with one of its times. */
async function onSeries<Result>(
  context: Context,
  { object: name, id, at, version }: ChosenTime,
  change: (inside: Context, found: FoundSeries) => Promise<Result>,
): Promise<Result> {
  const object = objectNamed(context.registry, name);
  const occurs = occursOf(object);
  return context.database.transaction(async (database) => {
    // What the person sent is read before with his rights; what follows from it may be what nobody writes by hand.
    const inside: Context = { ...context, database, verb: 'updated' };
    const [held] = await readForUpdate(inside, object, [id], true);
    if (held === undefined) throw new Refusal('notFound');
    if (!held.writable) throw new Refusal('forbidden');
    const { record } = held;
    if (version !== undefined && version !== record.version)
      throw new Refusal('conflict', [
        { field: 'version', code: 'stale', parameters: { yours: version, current: record.version } },
      ]);
    const repeats = record.repeats as Recurrence | null | undefined;
    const series = repeats && { start: Date.parse(String(record[occurs.from])), repeats };
    if (!series || !isTime(series, at))
      throw new Refusal('invalid', [{ field: 'at', code: 'notAnOccurrence' }]);
    return change(inside, { object, occurs, record, series });
  });
}

/** What is written for a change to one time of a series, and which record is to be shown for it. */
export function changesOf(
  { at, reach }: Pick<ChosenTime, 'at' | 'reach'>,
  { object, occurs, record, series }: FoundSeries,
  values: Values,
): { readonly changes: readonly Change[]; readonly id: string } {
  const name = object.qualified;
  const change = (values: Values) => ({ kind: 'update', object: name, id: record.id, values }) as const;
  const begins = Date.parse(String(values[occurs.from] ?? formatInstant(at)));
  const ends = lengthened(occurs, record, values, at, begins);
  const time = (start: number) => ({
    [occurs.from]: formatInstant(start),
    ...(occurs.to !== undefined && { [occurs.to]: ends === null ? null : formatInstant(start + ends) }),
  });
  if (reach === 'all' || (reach === 'following' && at === series.start)) {
    const next = moved(series, at, begins);
    const changed = { repeats: next.repeats, ...values, ...time(next.start) };
    return { changes: [change(changed)], id: record.id };
  }
  const id = uuidv7();
  const copy = { ...copied(object, record), ...values, ...time(begins) };
  if (reach === 'this') {
    const alone = { ...copy, repeats: null, [occurs.series ?? '']: record.id, seriesAt: formatInstant(at) };
    return {
      changes: [
        change({ repeats: withoutTime(series, at) }),
        { kind: 'create', object: name, id, values: alone },
      ],
      id,
    };
  }
  const rest = moved({ start: at, repeats: from(series, at) }, at, begins);
  const where = { [occurs.series ?? '']: record.id, seriesAt: { gte: formatInstant(at) } };
  return {
    changes: [
      change({ repeats: before(series, at) }),
      {
        kind: 'create',
        object: name,
        id,
        values: { ...copy, repeats: values.repeats ?? rest.repeats },
      },
      { kind: 'updateWhere', object: name, where, values: { [occurs.series ?? '']: id } },
    ],
    id,
  };
}

/** How long a time takes after the change: as long as told, else as long as before; null where it has no end. */
function lengthened(
  { from, to }: Occurs,
  record: Stored,
  values: Values,
  at: number,
  begins: number,
): number | null {
  if (to === undefined) return null;
  if (values[to] !== undefined) {
    if (values[to] === null) return null;
    return Math.max(0, Date.parse(String(values[to])) - (values[from] === undefined ? at : begins));
  }
  return record[to] == null ? null : Date.parse(String(record[to])) - Date.parse(String(record[from]));
}

const own = new Set(['formula', 'rollup', 'autoNumber', 'file']);

/** What a record of its own takes over from its series: what people write. */
function copied({ fields }: ObjectModel, record: Stored): Values {
  const names = [...fields].filter(
    ([, field]) =>
      !own.has(field.type) && field.readOnly !== true && field.total === undefined && field.sealed !== true,
  );
  return Object.fromEntries(
    names.flatMap(([name]) =>
      record[name] === undefined || record[name] === null ? [] : [[name, record[name]]],
    ),
  );
}
