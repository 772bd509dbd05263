import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

/** A calendar day without a time zone, `2026-11-23`. */
export function date<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('date', options);
}

const written = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/** Reads year-month-day in the ways Chinese and ISO dates are written; ambiguous orders are refused. */
export function dayInput(input: unknown): string {
  const [, year = '', month = '', day = ''] =
    typeof input === 'string' && input.length < 40
      ? (written.exec(input.normalize('NFKC').trim()) ?? [])
      : [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00Z`);
  if (
    year === '' ||
    year === '0000' ||
    Number.isNaN(instant.getTime()) ||
    !instant.toISOString().startsWith(text)
  ) {
    throw new Unacceptable('notDate');
  }
  return text;
}

export const dateType: FieldType = {
  parse: dayInput,
  schema: () => ({ type: 'string', format: 'date', examples: ['2026-11-23'] }),
};
