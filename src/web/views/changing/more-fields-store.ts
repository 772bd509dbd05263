import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { createQuestion, type OpenQuestion } from '#web/kit/question.ts';

/** Fields that the server wants together with a change. */
export interface MoreFields {
  readonly object: ObjectMeta;
  /** The record as the change would have it. */
  readonly record: RecordJson;
  readonly fields: readonly FieldMeta[];
  readonly errors: Readonly<Record<string, string>>;
}

export type OpenRequest = OpenQuestion<MoreFields, Values>;

/** Asks for further fields. */
export const moreFields = createQuestion<MoreFields, Values>();
