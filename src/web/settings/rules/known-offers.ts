import type { ObjectMeta } from '#kernel/meta.ts';
import { isObject } from '#kernel/shape.ts';
import type { Rule } from './use-rules.ts';

/** What a rule offers of the choices that there still are. */
export function knownOffers(
  { fields }: ObjectMeta,
  { offers, affects, condition }: Pick<Rule, 'offers' | 'affects' | 'condition'>,
): Rule['offers'] {
  if (offers === null) return null;
  const choicesOf = (name: string | undefined) =>
    (fields.find((field) => field.name === name)?.choices ?? []).map(({ value }) => value);
  const known = choicesOf(affects?.[0]);
  const kept = (values: readonly string[]) => known.filter((value) => values.includes(value));
  if (!isObject(offers)) return kept(offers as readonly string[]);
  const rows = choicesOf(condition?.trim());
  return Object.fromEntries(
    Object.entries(offers as Readonly<Record<string, readonly string[]>>)
      .filter(([row]) => rows.includes(row))
      .map(([row, values]) => [row, kept(values)]),
  );
}
