import type { ChoiceMeta, FieldMeta } from '#kernel/meta.ts';

/** The choices that may be taken from here: those of the record's type, and where the field's state machine leads. */
export function allowedChoices(field: FieldMeta, current: unknown, type?: unknown): readonly ChoiceMeta[] {
  const { choices = [], transitions } = field;
  const next = transitions && typeof current === 'string' ? (transitions[current] ?? []) : undefined;
  return choices.filter(
    ({ value, closed }) =>
      value === current || (!closed && isOfType(field, value, type) && (next?.includes(value) ?? true)),
  );
}

/** The choices that records of a type have; all where it does not limit them. */
export function choicesOfType(field: FieldMeta, type: unknown): readonly ChoiceMeta[] {
  return (field.choices ?? []).filter(({ value }) => isOfType(field, value, type));
}

function isOfType({ choicesOfType: limits }: FieldMeta, value: string, type: unknown): boolean {
  return limits?.[String(type)]?.includes(value) ?? true;
}
