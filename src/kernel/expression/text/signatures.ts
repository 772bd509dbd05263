import type { PlainFunction, WorkdayFunction } from '../expression.ts';
import type { WrittenKind } from './written-type.ts';

/** What a function takes and gives. A `day` is a date, or an instant of which the day counts. */
export interface Signature {
  readonly takes: readonly (WrittenKind | 'day' | 'unit')[];
  readonly gives: WrittenKind;
}

/** Numbers that may be money are no functions of this sort: what they give depends on what they take. */
export const signatures: Readonly<
  Record<
    | Exclude<PlainFunction, 'absolute' | 'floor' | 'ceiling' | 'floorTo' | 'ceilingTo' | 'roundTo'>
    | WorkdayFunction
    | 'isWorkingDay',
    Signature
  >
> = {
  remainder: { takes: ['number', 'number'], gives: 'number' },
  sign: { takes: ['number'], gives: 'number' },
  power: { takes: ['number', 'number'], gives: 'number' },
  squareRoot: { takes: ['number'], gives: 'number' },
  length: { takes: ['text'], gives: 'number' },
  left: { takes: ['text', 'number'], gives: 'text' },
  right: { takes: ['text', 'number'], gives: 'text' },
  middle: { takes: ['text', 'number', 'number'], gives: 'text' },
  upper: { takes: ['text'], gives: 'text' },
  lower: { takes: ['text'], gives: 'text' },
  trim: { takes: ['text'], gives: 'text' },
  replace: { takes: ['text', 'text', 'text'], gives: 'text' },
  position: { takes: ['text', 'text'], gives: 'number' },
  repeat: { takes: ['text', 'number'], gives: 'text' },
  splitPart: { takes: ['text', 'text', 'number'], gives: 'text' },
  padLeft: { takes: ['text', 'number', 'text'], gives: 'text' },
  padRight: { takes: ['text', 'number', 'text'], gives: 'text' },
  toNumber: { takes: ['text'], gives: 'number' },
  year: { takes: ['day'], gives: 'number' },
  quarter: { takes: ['day'], gives: 'number' },
  month: { takes: ['day'], gives: 'number' },
  week: { takes: ['day'], gives: 'number' },
  day: { takes: ['day'], gives: 'number' },
  weekday: { takes: ['day'], gives: 'number' },
  addDays: { takes: ['day', 'number'], gives: 'date' },
  addMonths: { takes: ['day', 'number'], gives: 'date' },
  addYears: { takes: ['day', 'number'], gives: 'date' },
  monthsBetween: { takes: ['day', 'day'], gives: 'number' },
  yearsBetween: { takes: ['day', 'day'], gives: 'number' },
  startOf: { takes: ['day', 'unit'], gives: 'date' },
  endOf: { takes: ['day', 'unit'], gives: 'date' },
  dayOf: { takes: ['number', 'number', 'number'], gives: 'date' },
  hour: { takes: ['instant'], gives: 'number' },
  minute: { takes: ['instant'], gives: 'number' },
  dateOf: { takes: ['instant'], gives: 'date' },
  addHours: { takes: ['instant', 'number'], gives: 'instant' },
  hoursBetween: { takes: ['instant', 'instant'], gives: 'number' },
  workingDaysBetween: { takes: ['day', 'day'], gives: 'number' },
  addWorkingDays: { takes: ['day', 'number'], gives: 'date' },
  isWorkingDay: { takes: ['day'], gives: 'boolean' },
};
