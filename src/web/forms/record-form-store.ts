import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { createStore } from '#web/kit/store.ts';

/** What a form for a new record is asked to do. */
export interface RecordFormRequest {
  readonly object: string;
  /** Values it starts with. */
  readonly values?: Values;
  /** The record that it is a copy of, whose parts may come along. */
  readonly copyOf?: string;
  /** Told of the new record; otherwise a message with a link is shown. */
  onCreated?(record: RecordJson): void;
}

/** The form that is open, if any. */
export const recordForm = createStore<RecordFormRequest | undefined>(undefined);

/** Opens a form for a new record over whatever is on screen. */
export function openRecordForm(request: RecordFormRequest): void {
  recordForm.set(request);
}
