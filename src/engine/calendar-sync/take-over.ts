import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { ReadEntry, ReadTimes } from '../icalendar/read-entry.ts';
import { changeOccurrence } from '../occurrences/change-occurrence.ts';
import { occursOf } from '../occurrences/time-window.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import type { OwnEntry } from './own-entries.ts';

/** Makes a record of an entry that somebody wrote in his calendar elsewhere; gives its id. All of it or nothing. */
export async function takeOverNew(context: Context, object: ObjectModel, entry: ReadEntry): Promise<string> {
  const id = uuidv7();
  await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    const values = {
      ...occursOf(object).fromElsewhere,
      ...valuesOf(object, entry),
      ...comesBack(object, entry, []),
    };
    await createRecords(inside, object.name, [{ id, values }]);
    await takeOverAlone(inside, object, id, entry, []);
  });
  return id;
}

/** Brings a record to what its entry elsewhere says, with the times that are changed alone. All of it or nothing. */
export async function takeOver(
  context: Context,
  object: ObjectModel,
  own: OwnEntry,
  entry: ReadEntry,
): Promise<void> {
  const { record } = own.main;
  await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    const stillAlone = own.alone.filter(({ instead }) =>
      entry.alone.some((each) => each.instead === instead),
    );
    for (const gone of own.alone.filter((each) => !stillAlone.includes(each)))
      await removeRecord(inside, object.name, gone.record);
    const values = {
      ...valuesOf(object, entry),
      ...comesBack(
        object,
        entry,
        stillAlone.map(({ instead }) => instead),
      ),
    };
    await updateRecord(inside, object.name, record, values);
    await takeOverAlone(inside, object, record, entry, stillAlone);
  });
}

/** Deletes a record, and those of its times to come that were changed alone: what took place is kept. */
export async function removeEntry(context: Context, object: ObjectModel, own: OwnEntry): Promise<void> {
  const coming = own.alone.filter(({ start }) => start >= context.now);
  await context.database.transaction(async (database) => {
    for (const { record } of [...coming, own.main])
      await removeRecord({ ...context, database }, object.name, record);
  });
}

/** What a record says itself, to be written over something else. */
export function valuesOf(object: ObjectModel, { summary, start, end, place = '', notes = '' }: Saying) {
  const { from, to, place: placeName, notes: notesName } = occursOf(object);
  return {
    [object.declaration.nameField ?? 'name']: summary,
    [from]: formatInstant(start),
    ...(to !== undefined && { [to]: end === undefined ? null : formatInstant(end) }),
    ...(placeName !== undefined && { [placeName]: place || null }),
    ...(notesName !== undefined && { [notesName]: notes || null }),
  };
}

type Saying = Pick<ReadTimes, 'summary' | 'start' | 'end'> & {
  readonly place?: string | undefined;
  readonly notes?: string | undefined;
};

/** Times that are cancelled alone, or have records of their own, do not come. */
function comesBack(
  object: ObjectModel,
  { repeats, alone }: ReadEntry,
  apart: readonly (number | undefined)[],
) {
  if (occursOf(object).series === undefined) {
    if (repeats !== undefined) throw new Refusal('invalid', [{ field: '', code: 'notRecurrence' }]);
    return {};
  }
  if (repeats === undefined) return { repeats: null };
  const cancelled = alone.filter((each) => each.cancelled).map(({ instead }) => instead);
  const instants = [...cancelled, ...apart].flatMap((at) => (at === undefined ? [] : [formatInstant(at)]));
  return { repeats: { ...repeats, except: [...(repeats.except ?? []), ...instants] } };
}

async function takeOverAlone(
  context: Context,
  object: ObjectModel,
  series: string,
  { alone }: ReadEntry,
  own: OwnEntry['alone'],
): Promise<void> {
  for (const time of alone) {
    const there = own.find(({ instead }) => instead === time.instead);
    if (time.cancelled) {
      if (there !== undefined) await removeRecord(context, object.name, there.record);
    } else if (there !== undefined)
      await updateRecord(context, object.name, there.record, valuesOf(object, time));
    else {
      const chosen = { object: object.name, id: series, at: time.instead, reach: 'this' } as const;
      await changeOccurrence(context, chosen, valuesOf(object, time));
    }
  }
}
