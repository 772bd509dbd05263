import type { ObjectMeta } from '#kernel/meta.ts';
import { addDays, daysOfMonth, shiftMonth, weekOf } from './days.ts';

/** How much a calendar shows: some days, or, by the name of an object, a week of everybody or everything of it. */
export type Scale = 'day' | 'week' | 'month' | `with:${string}`;

/** The scales of a calendar: hours are shown where records have them, who takes part where records say. */
export function scalesOf(object: ObjectMeta, field: string): readonly Scale[] {
  const { occurs } = object;
  if (occurs?.from !== field) return ['month'];
  const targets = occurs.with.flatMap(
    (name) => object.fields.find((each) => each.name === name)?.targets ?? [],
  );
  return ['day', 'week', 'month', ...[...new Set(targets)].map((target) => `with:${target}` as const)];
}

/** The days that are shown around a day. */
export function daysShown(scale: Scale, day: string): readonly string[] {
  if (scale === 'day') return [day];
  return scale === 'month' ? daysOfMonth(day.slice(0, 7)) : weekOf(day);
}

/** The day to look at a step further. */
export function stepped(scale: Scale, day: string, by: 1 | -1): string {
  if (scale === 'month') return shiftMonth(day, by);
  return addDays(day, scale === 'day' ? by : 7 * by);
}
