import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field, type NamesInside } from '../field.ts';
import type { FieldType } from '../type.ts';

/** Any JSON value, for facts whose shape is somebody else's. */
export function json(
  options: FieldOptions<unknown> & { readonly names?: NamesInside } = {},
): Field<unknown, false> {
  return field('json', options);
}

/** Deepest nesting and longest text accepted. */
const limits = { depth: 50, length: 1_000_000 };

export const jsonType: FieldType = {
  parse(input) {
    if (depth(input) > limits.depth) throw new Unacceptable('tooDeep', limits);
    const text = JSON.stringify(input) ?? '';
    if (text.length > limits.length) throw new Unacceptable('tooLong', { maxLength: limits.length });
    if (/\\u0000|\\ud[89a-f]/i.test(text)) throw new Unacceptable('unreadableCharacters');
    return input;
  },
  schema: () => ({}),
};

function depth(value: unknown, above = 0): number {
  if (typeof value !== 'object' || value === null || above > limits.depth) return above;
  let deepest = above + 1;
  for (const item of Object.values(value)) deepest = Math.max(deepest, depth(item, above + 1));
  return deepest;
}
