import { fieldAt } from './field-at.ts';
import type { FieldMeta, ModelMeta } from './meta.ts';

/** A field that a condition may be on, called by the way that leads to it: `Account › Industry`. */
export interface ConditionField {
  readonly path: string;
  readonly label: string;
  readonly field: FieldMeta;
}

/** What a condition's path names; undefined when there is no such field, or none that this person may know. */
export function conditionField(meta: ModelMeta, object: string, path: string): ConditionField | undefined {
  const steps = path.split('.');
  const fields = steps.map((_, index) => fieldAt(meta, object, steps.slice(0, index + 1).join('.')));
  const field = fields.at(-1);
  if (!field || fields.includes(undefined)) return undefined;
  return { path, field, label: fields.map((each) => each?.label).join(' › ') };
}
