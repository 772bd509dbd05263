import { type Field, field, type RunningOptions } from '../field.ts';
import type { Money } from '../money/money.ts';

/**
 * What an amount of money adds up to from the first record to this one, for each currency apart: the balance after it.
 * Computed when read, over the records that the reader may see.
 */
export function runningTotal(options: RunningOptions): Field<Money, false> {
  return field('rollup', { running: options, result: 'money', scale: 2, readOnly: true });
}
