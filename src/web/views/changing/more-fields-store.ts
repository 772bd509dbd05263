import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { createStore } from '#web/kit/store.ts';

/** Fields that the server wants together with a change. */
export interface MoreFields {
  readonly object: ObjectMeta;
  /** The record as the change would have it. */
  readonly record: RecordJson;
  readonly fields: readonly FieldMeta[];
  readonly errors: Readonly<Record<string, string>>;
}

export interface OpenRequest extends MoreFields {
  answer(values: Values | undefined): void;
}

/** The question that is open, if any. */
export const moreFields = createStore<OpenRequest | undefined>(undefined);

/** Asks for further fields; undefined when the person thinks better of it. */
export function askForMore(request: MoreFields): Promise<Values | undefined> {
  return new Promise((resolve) => {
    moreFields.set({
      ...request,
      answer: (values) => {
        moreFields.set(undefined);
        resolve(values);
      },
    });
  });
}
