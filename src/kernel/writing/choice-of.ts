import type { ChoiceMeta, FieldMeta } from '../meta.ts';

/** The choice that a value names; a value that is no longer offered is shown as it is. */
export function choiceOf(field: Pick<FieldMeta, 'choices'>, value: unknown): ChoiceMeta {
  const text = String(value);
  return (
    field.choices?.find((choice) => choice.value === text) ?? { value: text, label: text, color: 'grey' }
  );
}
