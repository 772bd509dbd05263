import type { ChoiceMeta, FieldMeta } from '#kernel/meta.ts';

/** The choices that may be taken from here: all of them, or where the field's state machine leads. */
export function allowedChoices(field: FieldMeta, current: unknown): readonly ChoiceMeta[] {
  const choices = field.choices ?? [];
  if (!field.transitions || typeof current !== 'string') return choices;
  const next = field.transitions[current] ?? [];
  return choices.filter(({ value }) => value === current || next.includes(value));
}

/** The choice that a value names; a value that is no longer offered is shown as it is. */
export function choiceOf(field: FieldMeta, value: unknown): ChoiceMeta {
  const text = String(value);
  return (
    field.choices?.find((choice) => choice.value === text) ?? { value: text, label: text, color: 'grey' }
  );
}
