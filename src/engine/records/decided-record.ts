import type { Values } from './record-values.ts';

/** A new record that has passed every rule. */
export interface DecidedRecord {
  readonly id: string;
  readonly values: Values;
  readonly written?: Written;
}

/** When a record was really written and by whom, where it was brought in from elsewhere. */
export interface Written {
  readonly at: string;
  readonly by: string | null;
}
