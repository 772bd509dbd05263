import { type Measure, typeOfMeasure } from '../report-field.ts';
import { measureText, measureWords } from '../words.ts';
import type { Subject } from './drawing.ts';

/** A measure as it is drawn: by the first axis, or by the second where its numbers are of another kind. */
export interface MeasuredSeries {
  readonly name: string;
  readonly color: string;
  readonly second: boolean;
  readonly data: readonly number[];
  readonly tooltip: object;
}

/** Kinds of number that stand on one axis. */
function unitOf(measure: Measure): string {
  const type = typeOfMeasure(measure);
  return ['integer', 'decimal'].includes(type) ? 'number' : type;
}

/** The measures that one picture can show: numbers of two kinds at most, an axis for each. */
export function measuredSeries({ answer, rows, look }: Subject): readonly MeasuredSeries[] {
  const { words, question } = answer;
  const numbers = question.measures.filter((measure) => !['date', 'dateTime'].includes(unitOf(measure)));
  const units = [...new Set(numbers.map(unitOf))].slice(0, 2);
  return numbers
    .filter((measure) => units.includes(unitOf(measure)))
    .map((measure, place) => ({
      name: measureWords(words, measure),
      color: look.series[place % look.series.length] ?? look.ink,
      second: unitOf(measure) !== units[0],
      data: rows.map(({ total }) => Number(total.values?.[measure.name] ?? 0)),
      tooltip: { valueFormatter: (value: unknown) => measureText(words, measure, value) },
    }));
}
