import { choiceOf } from '#kernel/writing/choice-of.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import type { DisplayProps } from '../field-props.ts';

/** One of the field's values, with its colour. */
export function ChoiceDisplay({ field, value }: DisplayProps) {
  const choice = choiceOf(field, value);
  return <StatusBadge color={choice.color}>{choice.label}</StatusBadge>;
}
