import type { Values } from './record-values.ts';

/** A new record that has passed every rule. */
export interface DecidedRecord {
  readonly id: string;
  readonly values: Values;
}
