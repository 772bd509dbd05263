import type { ObjectModel } from '#kernel/registry.ts';
import { eventsOf, type OwnEvent, told } from '../calendar-feed/own-events.ts';
import { fingerprint } from '../identity/fingerprint.ts';
import { occursOf, within } from '../occurrences/time-window.ts';
import type { Context } from '../records/context.ts';

/** What a person takes part in, as one entry of a calendar: a series goes with those of its times that were changed alone. */
export interface OwnEntry {
  readonly main: OwnEvent;
  readonly alone: readonly OwnEvent[];
  /** The same for entries that say the same. */
  readonly form: string;
  readonly changed: number;
}

/** How many ids stand in one condition. */
const batch = 200;

/** What the actor takes part in now and before long, and whatever of these records he still does, by record. */
export async function ownEntries(
  context: Context,
  object: ObjectModel,
  baseUrl: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, OwnEntry>> {
  const now = await eventsOf(context, object, baseUrl, within(occursOf(object), told(context.now)));
  return entriesIn([...now, ...(await eventsWith(context, object, baseUrl, records))]);
}

/** One of them as it is at present. */
export async function ownEntry(
  context: Context,
  object: ObjectModel,
  baseUrl: string,
  record: string,
): Promise<OwnEntry | undefined> {
  return entriesIn(await eventsWith(context, object, baseUrl, [record])).get(record);
}

async function eventsWith(
  context: Context,
  object: ObjectModel,
  baseUrl: string,
  records: readonly string[],
): Promise<readonly OwnEvent[]> {
  const { series } = occursOf(object);
  const events: OwnEvent[] = [];
  for (let from = 0; from < records.length; from += batch) {
    const ids = records.slice(from, from + batch);
    const which = { or: [{ id: { in: ids } }, ...(series === undefined ? [] : [{ [series]: { in: ids } }])] };
    events.push(...(await eventsOf(context, object, baseUrl, which)));
  }
  return events;
}

function entriesIn(events: readonly OwnEvent[]): ReadonlyMap<string, OwnEntry> {
  const byRecord = new Map(events.map((event) => [event.record, event]));
  const alone = Map.groupBy(byRecord.values(), ({ uid, record }) =>
    byRecord.has(uid) && uid !== record ? uid : '',
  );
  const mains = [...byRecord.values()].filter(({ uid, record }) => uid === record || !byRecord.has(uid));
  return new Map(mains.map((event) => [event.record, entryOf(event, alone.get(event.record) ?? [])]));
}

function entryOf(event: OwnEvent, alone: readonly OwnEvent[]): OwnEntry {
  // One time without its series is an entry of its own.
  const main = event.uid === event.record ? event : { ...event, uid: event.record, instead: undefined };
  const changed = Math.max(main.changed, ...alone.map((each) => each.changed));
  return { main, alone, form: fingerprint(formOf(main, alone)), changed };
}

function formOf(main: OwnEvent, alone: readonly OwnEvent[]): string {
  const said = ({ summary, start, end, repeats, place, notes, instead }: OwnEvent) => [
    ...[summary, start, end ?? null, place ?? '', notes ?? '', instead ?? null, repeats ?? null],
  ];
  const times = [...alone].sort((one, other) => (one.instead ?? 0) - (other.instead ?? 0));
  return JSON.stringify([said(main), ...times.map(said)]);
}
