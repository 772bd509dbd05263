import type { Column } from '#web/views/columns.ts';

/** What can stand at the foot of a column, each by the name that the server knows it by. */
export type Measure = 'sum' | 'avg' | 'min' | 'max' | 'filled' | 'empty' | 'countDistinct';

const numbers = new Set(['integer', 'decimal', 'money', 'percent', 'duration']);
const days = new Set(['date', 'dateTime']);
const apart = new Set(['text', 'choice', 'email', 'phone', 'url', 'reference', 'user', 'autoNumber']);

/** What can be told of the values of a column together. */
export function measuresOf({ field }: Column): readonly Measure[] {
  if (field.masked || field.sealed || field.operators.length === 0) return [];
  const type = field.result ?? field.type;
  const values: readonly Measure[] = ['filled', 'empty'];
  if (numbers.has(type)) return ['sum', 'avg', 'min', 'max', ...values];
  if (days.has(type)) return ['min', 'max', ...values];
  return apart.has(type) ? [...values, 'countDistinct'] : values;
}

/** A column's measure as it is asked for and answered. */
export function measureKey({ valuePath }: Pick<Column, 'valuePath'>, measure: string): string {
  return `${measure}(${valuePath})`;
}

/** What is asked for all columns that show a total; unknown ones are left out. */
export function measureKeys(
  columns: readonly Column[],
  totals: Readonly<Record<string, string>>,
): readonly string[] {
  return columns.flatMap((column) => {
    const measure = totals[column.path];
    return measure && measuresOf(column).some((each) => each === measure)
      ? [measureKey(column, measure)]
      : [];
  });
}
