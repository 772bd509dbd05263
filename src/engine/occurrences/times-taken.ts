import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { listLimits } from '../records/list-query.ts';
import { type TimeWindow, within } from './time-window.ts';
import { timesOf } from './times-of.ts';

/** That a record takes somebody or something up, from when to when. */
export interface TimeTaken {
  readonly record: string;
  readonly taken: string;
  readonly from: number;
  readonly to: number;
}

/** Which of an object's records to look at: all that take one of these up, by whichever of these fields, or those named. */
export interface Taking {
  readonly names: readonly string[];
  readonly taken?: readonly string[];
  readonly records?: readonly string[];
  /** Within which time each record is looked at, by when it begins and whether it comes back; the whole window unless told. */
  readonly within?: (start: number, comesBack: boolean) => TimeWindow;
}

/** When records of one object take up whom within a window, whatever the actor may see: one statement for each thousand of them. */
export async function timesTaken(
  context: Context,
  object: ObjectModel,
  { names, taken, records, within: ofEach = () => window }: Taking,
  window: TimeWindow,
): Promise<readonly TimeTaken[]> {
  const { occurs } = object.declaration;
  if (occurs === undefined || names.length === 0) return [];
  const { from, to, series, busy } = occurs;
  const actor = {
    ...context.actor,
    unlimited: true,
    reason: 'Who is free is told without by what others are taken up.',
  };
  const times: TimeTaken[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords({ ...context, actor }, object.name, {
      where: {
        and: [
          busy ?? {},
          ...(taken === undefined ? [] : [{ or: names.map((name) => ({ [name]: { in: taken } })) }]),
          ...(records === undefined ? [] : [{ id: { in: records } }]),
          within(occurs, window),
        ],
      },
      select: [
        ...['id', from, ...names],
        ...(to === undefined ? [] : [to]),
        ...(series === undefined ? [] : ['repeats']),
      ],
      sort: from,
      limit: listLimits.most,
      ...(cursor !== undefined && { cursor }),
    });
    for (const record of recordsIn<Readonly<Record<string, unknown>> & { readonly id: string }>(page)) {
      const ids = new Set(names.flatMap((name) => record[name]).map(idOf));
      const looked = ofEach(Date.parse(String(record[from])), record.repeats != null);
      for (const time of timesOf(occurs, record, looked))
        for (const id of ids)
          if (id !== undefined && (taken === undefined || taken.includes(id)))
            times.push({
              record: record.id,
              taken: id,
              from: Date.parse(time.from),
              to: Date.parse(time.to),
            });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return times;
}

/** The id of a record that a value names, with or without its name. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return (value as { readonly id?: string }).id;
  return typeof value === 'string' ? value : undefined;
}
