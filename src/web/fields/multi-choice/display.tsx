import { choiceOf } from '#kernel/writing/choice-of.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import type { DisplayProps } from '../field-props.ts';
import classes from './display.module.css';

/** Several of the field's values. */
export function MultiChoiceDisplay({ field, value, dense }: DisplayProps) {
  const values = Array.isArray(value) ? value : [];
  return (
    <span className={classes.values} data-dense={dense || undefined}>
      {values.map((each) => {
        const choice = choiceOf(field, each);
        return (
          <StatusBadge key={choice.value} color={choice.color}>
            {choice.label}
          </StatusBadge>
        );
      })}
    </span>
  );
}
