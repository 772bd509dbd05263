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
  if (!isDay(text.slice(0, 10))) throw new Unacceptable('notDateTime');
  return storableInstant(Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`));
}

const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** The instant as it is written, refused when it is outside the years that dates are written with. */
export function storableInstant(milliseconds: number): string {
  if (!(milliseconds >= earliest && milliseconds <= latest)) throw new Unacceptable('notDateTime');
  return formatInstant(milliseconds);
}

/** `Date` takes the 30th of February for the 2nd of March. */
function isDay(text: string): boolean {
  const start = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(start.getTime()) && start.toISOString().startsWith(text);
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
