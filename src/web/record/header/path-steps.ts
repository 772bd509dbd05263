import type { ChoiceMeta, FieldMeta } from '#kernel/meta.ts';

/** One stage of a record's way. */
export interface PathStep extends ChoiceMeta {
  readonly state: 'done' | 'current' | 'next' | 'ended';
  /** The record may go there from where it is. */
  readonly allowed: boolean;
}

/**
 * The stages in order. Those before the current one are done; where nothing leads on, the way has ended,
 * and the stages that were not taken fall back.
 */
export function pathSteps(field: FieldMeta, value: unknown): readonly PathStep[] {
  const choices = field.choices ?? [];
  const at = choices.findIndex((choice) => choice.value === value);
  const ends = (choice: string) => isEnd(field, choice);
  const ended = at >= 0 && ends(String(value));
  return choices
    .filter((choice, index) => !ended || !ends(choice.value) || index === at)
    .map((choice) => {
      const index = choices.indexOf(choice);
      const state = index === at ? (ended ? 'ended' : 'current') : index < at ? 'done' : 'next';
      return {
        ...choice,
        state,
        allowed: index !== at && !choice.closed && mayMove(field, value, choice.value),
      };
    });
}

/** A final state: declared as one, or one of the last that no ordinary way leads on from. */
function isEnd(field: FieldMeta, value: string): boolean {
  if (field.ends) return field.ends.includes(value);
  const next = field.transitions?.[value];
  if (!next) return false;
  const order = (field.choices ?? []).map((choice) => choice.value);
  return (
    next.every((each) => order.indexOf(each) < order.indexOf(value)) &&
    order.indexOf(value) >= order.length - 2
  );
}

function mayMove(field: FieldMeta, from: unknown, to: string): boolean {
  if (!field.transitions) return true;
  return typeof from === 'string' ? (field.transitions[from]?.includes(to) ?? false) : true;
}
