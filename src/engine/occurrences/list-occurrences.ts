import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { mustEver } from '../records/read.ts';
import { occursOf, type TimeWindow, within } from './time-window.ts';
import { type Occurrence, timesOf } from './times-of.ts';

/** What of a calendar is asked for besides its window, as of a list. */
export interface CalendarQuery {
  readonly where?: unknown;
  readonly q?: string;
  readonly select?: readonly string[];
}

export interface Calendar {
  /** In the order in which they begin. */
  readonly occurrences: readonly Occurrence[];
  readonly records: readonly Row[];
  /** There are more than can be shown at once. */
  readonly more: boolean;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const most = 5000;

/** When the records of an object that the actor may see take place within a window. One statement, whatever comes back. */
export async function listOccurrences(
  context: Context,
  objectName: string,
  window: TimeWindow,
  { where, q, select = [] }: CalendarQuery,
): Promise<Calendar> {
  const object = objectNamed(context.registry, objectName);
  const occurs = occursOf(object);
  mustEver(context, object.name, 'read');
  const { from, to, series } = occurs;
  const times = [from, to, ...(series === undefined ? [] : [series, 'repeats'])];
  const page = await listRecords(context, object.name, {
    where: { and: [where ?? {}, within(occurs, window)] },
    select: [...new Set(['id', 'version', ...select, ...times.filter((name) => name !== undefined)])],
    sort: from,
    limit: listLimits.most,
    ...(q !== undefined && { q }),
  });
  const records = recordsIn<Row>(page);
  const occurrences = records
    .flatMap((record) => timesOf(occurs, record, window))
    .sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
  return {
    occurrences: occurrences.slice(0, most),
    records,
    more: page.next !== undefined || occurrences.length > most,
  };
}
