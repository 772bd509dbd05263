import type { Derive } from '#kernel/object.ts';

const minute = 60_000;

/** How long before its time somebody may be reminded of something, in milliseconds. */
const leads: Readonly<Record<string, number>> = {
  onTime: 0,
  minutes5: 5 * minute,
  minutes15: 15 * minute,
  minutes30: 30 * minute,
  hour: 60 * minute,
  hours2: 120 * minute,
  day: 1440 * minute,
  days2: 2880 * minute,
  week: 10_080 * minute,
};

/** The same as the choices of a field. */
export const beforehand = {
  onTime: 'grey',
  minutes5: 'grey',
  minutes15: 'grey',
  minutes30: 'grey',
  hour: 'grey',
  hours2: 'grey',
  day: 'grey',
  days2: 'grey',
  week: 'grey',
} as const;

/** The reminder goes along when the time of something moves; one that is set by hand stays where it was put. */
export function remindingOf(field: string): Derive {
  return (record, changed) => {
    if (changed.has('remindAt') && !changed.has('remindBefore')) return { remindBefore: null };
    const lead = leads[String(record.remindBefore)];
    if (!(changed.has(field) || changed.has('remindBefore')) || lead === undefined) return {};
    const at = record[field];
    return { remindAt: typeof at === 'string' ? new Date(Date.parse(at) - lead).toISOString() : null };
  };
}
