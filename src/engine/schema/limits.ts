import type { Field } from '#kernel/field/field.ts';
import { quoted } from '../sql/fragment.ts';
import type { NotedField } from './live-schema.ts';

/**
 * What a declaration demands of values that it did not demand before, as SQL that holds for those within it. The
 * column is the one that is stored now, and `target` the table that its references will point into.
 */
export function newLimits(
  schema: string,
  column: string,
  from: NotedField,
  to: Field,
  target: string | undefined,
): readonly string[] {
  return [
    ...lengthLimit(column, from, to),
    ...choiceLimit(column, from, to),
    ...(to.scale !== undefined && from.scale !== undefined && to.scale < from.scale
      ? [`trunc(${column}, ${to.scale}) = ${column}`]
      : []),
    ...(isReference(from) && isReference(to) && from.target !== undefined && from.target !== to.target
      ? [target === undefined ? 'false' : `${column} in (select id from ${quoted(schema)}.${quoted(target)})`]
      : []),
  ];
}

function isReference({ type }: Pick<Field, 'type'>): boolean {
  return type === 'reference' || type === 'user';
}

function lengthLimit(column: string, from: NotedField, { type, maxLength }: Field): readonly string[] {
  const shorter = maxLength !== undefined && maxLength < (from.maxLength ?? Number.POSITIVE_INFINITY);
  return shorter && (type === 'text' || type === 'longText')
    ? [`char_length(${column}::text) <= ${maxLength}`]
    : [];
}

function choiceLimit(column: string, from: NotedField, { type, choices, listed }: Field): readonly string[] {
  if (choices === undefined || listed !== undefined) return [];
  const values = choices.map(({ value }) => value);
  if (from.choices?.every((value) => values.includes(value))) return [];
  const list = `array[${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')}]::text[]`;
  const many = from.type === 'multiChoice';
  if (type === 'multiChoice' && from.type !== 'multiChoice') return [`${column}::text = any(${list})`];
  return [many ? `${column} <@ ${list}` : `${column}::text = any(${list})`];
}
