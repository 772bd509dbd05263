import type { FieldMeta } from '#kernel/meta.ts';
import { takenBy } from '#kernel/run-time/taken-value.ts';
import { textMark } from '#kernel/run-time/text-with-values.ts';

/** Where a value comes from: it is the same always, or known only when the step is done. */
export type ValueSource = 'fixed' | 'record' | 'start' | 'text' | 'moment' | 'actor' | 'self' | 'startSelf';

const moment = /^\$(?:today|now)([+-]\d+)?$/;

/** The sources that a field can be filled from; `own` is the object that the step is for, `start` that from which a loop starts. */
export function sourcesOf(field: FieldMeta, own: string, start?: string): readonly ValueSource[] {
  const { type, targets = [] } = field;
  const isText = type === 'text' || type === 'longText';
  const leadsTo = (object: string) =>
    (type === 'reference' || type === 'regarding') && targets.includes(object);
  return [
    'fixed',
    'record',
    ...(start === undefined ? [] : (['start'] as const)),
    ...(isText ? (['text'] as const) : []),
    ...(type === 'date' || type === 'dateTime' ? (['moment'] as const) : []),
    ...(type === 'user' ? (['actor'] as const) : []),
    ...(leadsTo(own) ? (['self'] as const) : []),
    ...(start !== undefined && leadsTo(start) ? (['startSelf'] as const) : []),
  ];
}

/** Where a stored value comes from. */
export function sourceOf(value: unknown): ValueSource {
  if (typeof value !== 'string' || !value.startsWith('$') || value.startsWith('$$')) return 'fixed';
  if (value.startsWith(textMark)) return 'text';
  if (moment.test(value)) return 'moment';
  if (value === '$actor') return 'actor';
  if (value === '$record') return 'self';
  if (value === '$start') return 'startSelf';
  return takenBy(value)?.from ?? 'record';
}

/** The value with which another source begins. */
export function startOf(source: ValueSource, { type }: FieldMeta): unknown {
  switch (source) {
    case 'fixed':
      return null;
    case 'record':
      return '$record.';
    case 'start':
      return '$start.';
    case 'text':
      return textMark;
    case 'moment':
      return type === 'date' ? '$today' : '$now';
    case 'actor':
      return '$actor';
    case 'self':
      return '$record';
    case 'startSelf':
      return '$start';
  }
}

/** What people typed, so stored that nothing of it is taken for more. */
export function asFixed(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('$') ? `$${value}` : value;
}

/** What people typed, as they typed it. */
export function fixedOf(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('$$') ? value.slice(1) : value;
}

/** How many days away a moment is. */
export function daysAway(value: unknown): number {
  return Number(moment.exec(String(value))?.[1] ?? 0);
}

/** A moment so many days away, written as the field has it. */
export function momentAway({ type }: FieldMeta, days: number): string {
  const name = type === 'date' ? '$today' : '$now';
  return days === 0 ? name : `${name}${days > 0 ? '+' : ''}${days}`;
}
