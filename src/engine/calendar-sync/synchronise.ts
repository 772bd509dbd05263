import { type DistantCalendar, type DistantEntry, DistantFailure } from '#kernel/port/distant-calendar.ts';
import { Refusal } from '#kernel/problem.ts';
import { lastStart } from '#kernel/recurrence/starts-of.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { told } from '../calendar-feed/own-events.ts';
import { type ReadEntry, readEntry } from '../icalendar/read-entry.ts';
import { writeEntry } from '../icalendar/write-entry.ts';
import type { Context } from '../records/context.ts';
import { updateRecord } from '../records/update.ts';
import { type OwnEntry, ownEntries, ownEntry } from './own-entries.ts';
import { forgetPair, type Pair, pairsOf, savePair } from './pairs.ts';
import { removeEntry, takeOver, takeOverNew, valuesOf } from './take-over.ts';

/** A person's calendar here and the one elsewhere, about to be made the same. */
export interface Sides {
  readonly context: Context;
  readonly object: ObjectModel;
  readonly baseUrl: string;
  readonly distant: DistantCalendar;
  /** Address of the calendar elsewhere. */
  readonly calendar: string;
}

/**
 * Brings what has changed on either side to the other, as the person and with his rights. Where both have changed, the
 * later change stands and the other is in the history of the record; a change outlives a deletion. Gives what to ask the
 * server with the next time. Whatever was done is noted at once, so that one who is interrupted goes on where he was.
 */
export async function synchronise(sides: Sides, since: string | undefined): Promise<string | undefined> {
  const { context, object, baseUrl, distant } = sides;
  const pairs = await pairsOf(context);
  const tags = new Map([...pairs.values()].map(({ address, tag }) => [address, tag]));
  const changes = await distant.changes(since, tags);
  const records = [...pairs.values()].flatMap(({ record }) => record ?? []);
  const own = await ownEntries(context, object, baseUrl, records);
  const paired = new Set(records.filter((record) => own.has(record)));
  const settled = new Set<string>();
  const refused: DistantFailure[] = [];
  /** What the server refuses of one entry keeps no other one waiting. */
  const each = async (work: Promise<void>) => {
    await work.catch((error: unknown) => {
      if (!(error instanceof DistantFailure && error.reason === 'calendarRefused')) throw error;
      refused.push(error);
    });
  };
  for (const address of changes.gone) {
    const pair = pairs.get(address);
    if (pair === undefined) continue;
    settled.add(address);
    if (await goneThere(sides, pair, pair.record === null ? undefined : own.get(pair.record)))
      paired.delete(pair.record ?? '');
  }
  const changed = changes.changed.filter(({ address, tag }) => pairs.get(address)?.tag !== tag);
  for (const entry of await distant.read(changed.map(({ address }) => address))) {
    settled.add(entry.address);
    await each(
      changedThere(sides, entry, pairs.get(entry.address), own, paired).then((record) => {
        if (record !== null) paired.add(record);
      }),
    );
  }
  for (const pair of pairs.values())
    if (!settled.has(pair.address) && pair.record !== null)
      await each(unchangedThere(sides, pair, own.get(pair.record)));
  for (const entry of own.values())
    if (!paired.has(entry.main.record)) await each(write(sides, newAddress(sides, entry), entry, undefined));
  if (refused[0] !== undefined) throw refused[0];
  return changes.since;
}

/** True when the record is to be written there anew: what was changed here outlives that it was deleted there. */
async function goneThere(sides: Sides, pair: Pair, own: OwnEntry | undefined): Promise<boolean> {
  const { context, object } = sides;
  await forgetPair(context, pair.address);
  if (own === undefined || pair.record === null) return false;
  if (own.form !== pair.form) return true;
  try {
    await removeEntry(context, object, own);
    return false;
  } catch (error) {
    // What he may not delete here is his there again.
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** Gives the record that the entry goes with from now on. */
async function changedThere(
  sides: Sides,
  entry: DistantEntry,
  pair: Pair | undefined,
  own: ReadonlyMap<string, OwnEntry>,
  paired: ReadonlySet<string>,
): Promise<string | null> {
  const { context, object } = sides;
  const { address, tag } = entry;
  const read = readEntry(entry.text, context.actor.timeZone);
  const record = pair?.record ?? null;
  const note = async (more: Partial<Pair>) => {
    const noted: Pair = { address, tag, record, form: null, leftAlone: false, ...more };
    await savePair(context, noted);
    return noted.record;
  };
  if (read === undefined) return note({ form: pair?.form ?? null, leftAlone: true });
  const known = read.uid !== '' && !paired.has(read.uid) ? own.get(read.uid) : undefined;
  const there = record === null ? known : own.get(record);
  try {
    if (there === undefined) {
      if (read.cancelled || isPast(read, context.now)) return await note({ record: null });
      const id = await takeOverNew(context, object, read);
      return await note({ record: id, form: await formNow(sides, id) });
    }
    const { record: id } = there.main;
    if (read.cancelled) {
      await removeEntry(context, object, there);
      return await note({ record: null });
    }
    const laterHere = there.form !== pair?.form && there.changed > (read.changed ?? context.now);
    if (!(await takenOver(sides, there, read, laterHere))) {
      // Known from now on, so that a server that refuses to have it written is not told of as a change each time.
      await note({ record: id, form: pair?.form ?? null });
      await write(sides, address, there, entry);
      return id;
    }
    return await note({ record: id, form: await formNow(sides, id) });
  } catch (error) {
    // A rule of the company that such a record would break: the entry stays as it is there.
    if (error instanceof Refusal)
      return note({ record: there?.main.record ?? null, form: pair?.form ?? null, leftAlone: true });
    throw error;
  }
}

/** False when what is said here stands: because it was said later, or because the person may see it and not change it. */
async function takenOver(sides: Sides, own: OwnEntry, read: ReadEntry, laterHere: boolean): Promise<boolean> {
  try {
    if (laterHere) await noteInHistory(sides, own, read);
    else await takeOver(sides.context, sides.object, own, read);
    return !laterHere;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'forbidden') return false;
    throw error;
  }
}

async function unchangedThere(sides: Sides, pair: Pair, own: OwnEntry | undefined): Promise<void> {
  const { context, distant } = sides;
  if (own === undefined) {
    // Deleted, cancelled, or no longer his. What cannot be held here is never destroyed there.
    if (pair.leftAlone) await savePair(context, { ...pair, record: null });
    else if (await distant.remove(pair.address, pair.tag)) await forgetPair(context, pair.address);
    return;
  }
  if (pair.leftAlone || own.form === pair.form) return;
  const [entry] = await distant.read([pair.address]);
  // One that was changed just now is looked at the next time.
  if (entry?.tag === pair.tag) await write(sides, pair.address, own, entry);
}

/** Writes an entry, provided that it still is what was read, and notes it. */
async function write(
  { context, distant }: Sides,
  address: string,
  own: OwnEntry,
  current: DistantEntry | undefined,
): Promise<void> {
  const place = { timeZone: context.actor.timeZone, now: context.now };
  const tag = await distant.write(address, writeEntry(current?.text, own, place), current?.tag);
  if (tag !== undefined)
    await savePair(context, { address, tag, record: own.main.record, form: own.form, leftAlone: false });
}

/** That it was written otherwise elsewhere, before what stands was written: both are changes in the record's history. */
async function noteInHistory({ context, object }: Sides, own: OwnEntry, read: ReadEntry): Promise<void> {
  const { record } = own.main;
  await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    await updateRecord(inside, object.name, record, valuesOf(object, read));
    await updateRecord(inside, object.name, record, valuesOf(object, own.main));
  });
}

async function formNow({ context, object, baseUrl }: Sides, record: string): Promise<string | null> {
  return (await ownEntry(context, object, baseUrl, record))?.form ?? null;
}

function isPast({ start, end = start, repeats }: ReadEntry, now: number): boolean {
  const last = repeats === undefined ? end : (lastStart(repeats, start) ?? Number.POSITIVE_INFINITY);
  return last < told(now).from;
}

function newAddress({ calendar }: Sides, { main }: OwnEntry): string {
  const folder = calendar.endsWith('/') ? calendar : `${calendar}/`;
  return `${folder}${main.record}.ics`;
}
