import type { Occurs } from '#kernel/occurs.ts';
import { isTime, type Reach, type Series } from '#kernel/recurrence/change-series.ts';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { nextFree } from '#kernel/working-time/free-starts.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import {
  commonSpans,
  type TimeSpan,
  workingSpans,
  workingTimeBetween,
} from '#kernel/working-time/working-time.ts';
import { mayEver, shownField } from '../access/rights.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { namesOfRecords } from '../records/names-of-records.ts';
import { mustEver } from '../records/read.ts';
import type { Stored } from '../records/read-for-update.ts';
import { defaultValue, parseValues, type Values } from '../records/record-values.ts';
import { calendarsOfPeople } from '../working-time/calendars-of-people.ts';
import { companyCalendar } from '../working-time/company-calendar.ts';
import { changesOf } from './change-occurrence.ts';
import { asInstants, mergedSpans, takenUp } from './free-busy.ts';
import { occursOf, type TimeWindow } from './time-window.ts';
import { timesOf } from './times-of.ts';
import { idOf, type TimeTaken } from './times-taken.ts';

/** What somebody is about to write: a new record, changes to one, or to one time of its series. */
export interface Intended {
  readonly values: Values;
  readonly id?: string | undefined;
  readonly at?: number | undefined;
  readonly reach?: Reach | undefined;
  /** Whether times outside working hours are looked at as well when a free one is sought. */
  readonly anyHour?: boolean;
}

/** Somebody or something that is taken up when a record is to take place. */
export interface TakenThen {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  /** When, the first of it. */
  readonly busy: readonly { readonly from: string; readonly to: string }[];
  /** How many of the times at which it takes place are met. */
  readonly times: number;
}

/** Who is taken up or does not work then, and when all of them are free next, where that can be told. */
export interface Foreseen {
  readonly taken: readonly TakenThen[];
  /** Those in whose working hours it does not lie; told of what takes place once. */
  readonly off: readonly { readonly id: string; readonly name: string }[];
  readonly free?: { readonly from: string; readonly to: string };
}

const shownSpans = 3;
const day = 86_400_000;
/** How far ahead a free time is sought. */
const lookedAhead = 14 * day;
/** How far ahead a series is looked at. */
const ahead = 400 * day;

/**
 * Who of those that are to take part is taken up then, before anything is written. It tells of people and things that the
 * actor may see, and nothing of what takes them up. What is over concerns nobody.
 */
export async function whoIsTaken(
  context: Context,
  objectName: string,
  intended: Intended,
): Promise<Foreseen> {
  const object = objectNamed(context.registry, objectName);
  const occurs = occursOf(object);
  mustEver(context, object.name, 'read');
  const values = await whole(context, object, occurs, intended);
  const own = timesToCome(context, occurs, values);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return { taken: [], off: [] };
  const once = own.length === 1 && !values.repeats && first.to > first.from;
  const window = { from: first.from, to: once ? first.to + lookedAhead : last.to + 1 };
  const taken: TakenThen[] = [];
  const spans: TimeTaken[] = [];
  const people = new Map<string, string>();
  for (const [target, ids] of takingPart(context, object, occurs, values)) {
    const seen = await namesOfRecords(context, target, ids);
    if (target.name === context.registry.people) for (const [id, name] of seen) people.set(id, name);
    const times = await takenUp(context, target, [...seen.keys()], window);
    const others = times.filter((time) => !isItself(time, intended));
    spans.push(...others);
    const byTaken = Map.groupBy(others, ({ taken }) => taken);
    for (const [id, name] of seen) {
      const met = (byTaken.get(id) ?? []).filter((time) => own.some((one) => meet(one, time)));
      if (met.length === 0) continue;
      const times = own.filter((one) => met.some((time) => meet(one, time))).length;
      const busy = mergedSpans(met, window).slice(0, shownSpans).map(asInstants);
      taken.push({ object: target.name, id, name, busy, times });
    }
  }
  if (!once || !occurs.withinHours) return { taken, off: [] };
  const calendars = await calendarsOfPeople(context, [...people.keys()]);
  const off = [...people].flatMap(([id, name]) => {
    const calendar = calendars.get(id);
    const works = calendar && workingTimeBetween(calendar, first.from, first.to) === first.to - first.from;
    return works ? [] : [{ id, name }];
  });
  if (taken.length === 0 && (off.length === 0 || intended.anyHour)) return { taken, off };
  const open = intended.anyHour ? [window] : openHours(context, [...calendars.values()], window);
  return {
    taken,
    off,
    ...freeNext(mergedSpans(spans, window), open, Math.max(first.from, context.now), first.to - first.from),
  };
}

/** When all of them work; when the company does where nobody is to take part. */
function openHours(
  { workspace }: Context,
  calendars: readonly WorkingCalendar[],
  window: TimeWindow,
): readonly TimeSpan[] {
  const each = calendars.length > 0 ? calendars : [companyCalendar(workspace).calendar];
  return commonSpans(
    [...new Set(each)].map((calendar) => mergedSpans([...workingSpans(calendar, window)], window)),
  );
}

function freeNext(
  busy: readonly TimeSpan[],
  open: readonly TimeSpan[],
  from: number,
  length: number,
): Pick<Foreseen, 'free'> {
  const begins = nextFree(busy, open, from, length);
  return begins === undefined ? {} : { free: asInstants({ from: begins, to: begins + length }) };
}

/** The record as it is to be, as far as it says when it takes place and with whom. */
async function whole(
  context: Context,
  object: ObjectModel,
  occurs: Occurs,
  { values, id, at, reach }: Intended,
): Promise<Values> {
  const names = [
    occurs.from,
    ...occurs.with,
    ...(occurs.to ? [occurs.to] : []),
    ...(occurs.series ? ['repeats'] : []),
  ];
  // What is no value yet is being typed.
  const given = parseValues(
    context,
    object,
    Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))),
    [],
    id === undefined,
  );
  if (id === undefined) {
    const usual = names.flatMap((name) => {
      const { default: value } = object.fields.get(name) ?? {};
      return value === undefined ? [] : [[name, defaultValue(context, value)] as const];
    });
    return { ...Object.fromEntries(usual), ...given };
  }
  const shown = names.filter((name) => shownField(context.registry, object, name, context.actor));
  const page = await listRecords(context, object.name, {
    where: { id },
    select: ['id', 'version', ...shown],
    limit: 1,
  });
  const [record] = recordsIn<Stored>(page);
  if (record === undefined) return {};
  const series: Series | undefined = record.repeats
    ? { start: Date.parse(String(record[occurs.from])), repeats: record.repeats as Recurrence }
    : undefined;
  if (series === undefined || at === undefined || !isTime(series, at)) return { ...record, ...given };
  const { changes } = changesOf({ at, reach: reach ?? 'this' }, { object, occurs, record, series }, given);
  const after = changes.find(({ kind }) => kind === 'create') ?? changes[0];
  return { ...record, ...(after && 'values' in after ? after.values : {}) };
}

/** The times at which it takes place that are not over. */
function timesToCome({ now }: Context, occurs: Occurs, values: Values): readonly TimeWindow[] {
  const start = Date.parse(String(values[occurs.from]));
  if (Number.isNaN(start)) return [];
  const from = values.repeats ? Math.max(start, now) : Number.NEGATIVE_INFINITY;
  const window = values.repeats ? { from, to: from + ahead } : { from, to: Number.POSITIVE_INFINITY };
  return timesOf(occurs, { ...values, id: '' }, window)
    .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))
    .filter(({ to }) => to > now);
}

/** Who and what is to take part, by object. */
function takingPart(
  { registry, actor }: Context,
  object: ObjectModel,
  occurs: Occurs,
  values: Values,
): ReadonlyMap<ObjectModel, readonly string[]> {
  const found = new Map<ObjectModel, string[]>();
  for (const name of occurs.with) {
    const target = registry.objects.get(object.fields.get(name)?.target ?? '');
    if (target === undefined || !mayEver(registry, target, 'read', actor)) continue;
    const ids = [values[name]]
      .flat()
      .map(idOf)
      .filter((id) => id !== undefined);
    found.set(target, [...(found.get(target) ?? []), ...ids]);
  }
  return found;
}

/** Whether what takes somebody up is what is about to be changed. */
function isItself({ record, from }: TimeTaken, { id, at, reach = 'this' }: Intended): boolean {
  if (record !== id) return false;
  if (at === undefined || reach === 'all') return true;
  return reach === 'this' ? from === at : from >= at;
}

/** Whether a time, be it a moment, falls on another. */
function meet(one: TimeWindow, other: TimeWindow): boolean {
  return one.from < other.to && other.from < Math.max(one.to, one.from + 1);
}
