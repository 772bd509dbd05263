import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

/** An instant in UTC to the millisecond; the reader's time zone is applied at the edge. */
export function dateTime<const Required extends boolean = false>(
  options: FieldOptions<string> & { readonly required?: Required } = {},
): Field<string, Required> {
  return field('dateTime', options);
}

const written = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads an ISO 8601 date-time; one without a zone is taken as UTC. */
export function instantInput(input: unknown): string {
  if (typeof input !== 'string' || !written.test(input.trim())) throw new Unacceptable('notDateTime');
  const text = input.trim().replace(' ', 'T');
  const milliseconds = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
  if (Number.isNaN(milliseconds)) throw new Unacceptable('notDateTime');
  return formatInstant(milliseconds);
}

/** The one way an instant is written, the way PostgreSQL writes a UTC timestamp as JSON. */
export function formatInstant(milliseconds: number): string {
  const [whole = '', fraction = ''] = new Date(milliseconds).toISOString().slice(0, -1).split('.');
  const digits = fraction.replace(/0+$/, '');
  return `${whole}${digits === '' ? '' : `.${digits}`}+00:00`;
}

export const dateTimeType: FieldType = {
  parse: instantInput,
  schema: () => ({ type: 'string', format: 'date-time', examples: ['2026-11-23T09:30:00.000+00:00'] }),
};
