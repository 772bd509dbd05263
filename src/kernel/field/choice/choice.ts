import { Unacceptable } from '../../problem.ts';
import { quotedValue } from '../../quoted-value.ts';
import { type ChoiceOption, type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

export interface ChoiceSettings<Value extends string, Required extends boolean> extends FieldOptions<Value> {
  readonly required?: Required;
  /** Makes the field a state machine: each value and the values that may follow it. */
  readonly transitions?: Readonly<Record<Value, readonly Value[]>>;
  /** Values at which a way ends, each another way to end; those that nothing follows when absent. */
  readonly ends?: readonly Value[];
}

/** One of a fixed list. Each value is given with its status colour, in the order shown. */
export function choice<Value extends string, const Required extends boolean = false>(
  values: Readonly<Record<Value, ChoiceColor>>,
  options: ChoiceSettings<NoInfer<Value>, Required> = {} as ChoiceSettings<NoInfer<Value>, Required>,
): Field<Value, Required> {
  return field('choice', { ...options, choices: choiceOptions(values) });
}

export type ChoiceColor = 'grey' | 'blue' | 'teal' | 'green' | 'amber' | 'orange' | 'red' | 'violet';

export function choiceOptions(values: Readonly<Record<string, string>>): readonly ChoiceOption[] {
  return Object.entries(values).map(([value, color]) => ({ value, color }));
}

/** The listed value that the input names, whatever its case. */
export function chosen(input: unknown, choices: readonly ChoiceOption[]): string {
  const text = typeof input === 'string' ? input.trim() : input;
  const found =
    choices.find(({ value }) => value === text) ??
    choices.find(({ value }) => value.toLowerCase() === quotedValue(text).toLowerCase());
  if (typeof text !== 'string' || found === undefined) {
    throw new Unacceptable('notAChoice', {
      value: quotedValue(input),
      choices: choices.map(({ value }) => value).join(', '),
    });
  }
  return found.value;
}

export const choiceType: FieldType = {
  parse: (input, { choices = [] }) => chosen(input, choices),
  schema: ({ choices = [] }) => ({ type: 'string', enum: choices.map(({ value }) => value) }),
};
