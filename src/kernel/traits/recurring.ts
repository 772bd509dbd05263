import type { Automation } from '../automation.ts';
import { dateTime, formatInstant } from '../field/date-time/date-time.ts';
import { recurrence } from '../field/recurrence/recurrence.ts';
import type { Derive, ObjectDeclaration } from '../object.ts';
import type { ObjectName } from '../object-name.ts';
import type { Recurrence } from '../recurrence/recurrence.ts';
import { lastStart, nextStart } from '../recurrence/starts-of.ts';
import { defineTrait } from '../trait.ts';

/**
 * May come back again and again. All its times are one record, until something is said of one of them alone: that time
 * is then a record of its own, which names the series.
 */
export const recurring = defineTrait({
  name: 'recurring',
  fields: {
    repeats: recurrence(),
    /** After this nothing of the series begins; empty where it goes on for ever. */
    repeatsUntil: dateTime({ readOnly: true, bookkeeping: true, indexed: true }),
    /** When a series begins the next time. */
    nextAt: dateTime({ readOnly: true, bookkeeping: true, indexed: true }),
    /** When this one time would have begun. */
    seriesAt: dateTime({ readOnly: true, bookkeeping: true }),
  },
});

/** What follows from when something begins and how it comes back; `from` is the field of the beginning. */
export function comingBack(from: string): Derive {
  return (record, changed, { now }) => {
    if (![from, 'repeats', 'nextAt'].some((name) => changed.has(name))) return {};
    const repeats = record.repeats as Recurrence | null | undefined;
    const start = Date.parse(String(record[from]));
    if (!repeats || Number.isNaN(start)) return { repeatsUntil: null, nextAt: null };
    return {
      repeatsUntil: written(lastStart(repeats, start)),
      nextAt: written(nextStart(repeats, start, Math.max(start, Date.parse(now) + 1))),
    };
  };
}

/** When a time of a series has come, the next one is looked for, whatever the object. */
export function movesOn(object: ObjectDeclaration): readonly Automation[] {
  if (!object.traits.some(({ name }) => name === recurring.name)) return [];
  return [
    {
      name: 'recurring.movesOn',
      object: object.name as ObjectName,
      when: { on: 'time', field: 'nextAt' as never, offset: 0, however: 'late' },
      where: { repeats: { isNull: false } } as never,
      steps: [{ do: 'update', values: { nextAt: '$now' } }],
    },
  ];
}

function written(instant: number | undefined): string | null {
  return instant === undefined ? null : formatInstant(instant);
}
