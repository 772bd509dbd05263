import type { Availability } from '#kernel/working-time/availability.ts';
import { type TimeSpan, workingSpans } from '#kernel/working-time/working-time.ts';
import { freeBusy, mergedSpans } from '../occurrences/free-busy.ts';
import type { Context } from '../records/context.ts';
import { calendarsOfPeople } from './calendars-of-people.ts';

/**
 * When somebody who works here works and is taken up within a window, without a word of by what; what the record `except`
 * takes up counts as free. Undefined for whom the actor does not see.
 */
export async function availabilityOf(
  context: Context,
  person: string,
  window: TimeSpan,
  except?: string,
): Promise<Availability | undefined> {
  const [[taken], calendars] = await Promise.all([
    freeBusy(context, context.registry.people, [person], window, except),
    calendarsOfPeople(context, [person]),
  ]);
  const calendar = calendars.get(person);
  if (taken === undefined || calendar === undefined) return undefined;
  return {
    timeZone: calendar.timeZone,
    working: mergedSpans([...workingSpans(calendar, window)], window),
    busy: taken.busy.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
  };
}
