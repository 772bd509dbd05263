import { Unacceptable } from '../../problem.ts';
import { type ChoiceColor, choiceOptions, chosen } from '../choice/choice.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType } from '../type.ts';

/** Any of a fixed list, kept in the list's order. */
export function multiChoice<Value extends string, const Required extends boolean = false>(
  values: Readonly<Record<Value, ChoiceColor>>,
  options: FieldOptions<readonly NoInfer<Value>[]> & { readonly required?: Required } = {},
): Field<readonly Value[], Required> {
  return field('multiChoice', { ...options, choices: choiceOptions(values) });
}

export const multiChoiceType: FieldType = {
  parse(input, { choices = [] }) {
    const items =
      typeof input === 'string' ? input.split(/[;；,，、|]/).filter((item) => item.trim() !== '') : input;
    if (!Array.isArray(items) || items.length > 1000) throw new Unacceptable('notAList');
    const wanted = new Set(items.map((item) => chosen(item, choices)));
    return choices.map(({ value }) => value).filter((value) => wanted.has(value));
  },
  schema: ({ choices = [] }) => ({
    type: 'array',
    items: { type: 'string', enum: choices.map(({ value }) => value) },
  }),
};
