import type { Field, FieldTypeName } from './field/field.ts';

/**
 * How equality of one field tells that two records are the same thing in the world. `weight` from 0 to 1 is how far a
 * full likeness of this field alone convinces; likenesses of several fields add up as independent evidence.
 */
export interface Likeness {
  readonly field: string;
  readonly kind: LikenessKind;
  readonly weight: number;
}

/**
 * `exact`: the same text but for case, accents and width. `person`: a person's name, in any order, in characters or
 * pinyin. `organisation`: a company's name without its legal form (有限公司, Ltd, GmbH). `phone`: the same number,
 * however written. `mailDomain`: addresses at the same company, not at a public mail service. `street`: the same house
 * or street, however abbreviated. `date`: the same day, or one of which the day, the month or the year was mistaken.
 * `words`: mostly the same words, in any order. `code`: the same article code somewhere in both texts.
 */
export type LikenessKind = keyof typeof likenessKinds;

/** Each with the types of field whose values can be read so. */
export const likenessKinds = {
  exact: ['text', 'email', 'phone', 'url', 'autoNumber'],
  person: ['text'],
  organisation: ['text'],
  phone: ['phone', 'text'],
  mailDomain: ['email'],
  street: ['address', 'text'],
  date: ['date'],
  words: ['text'],
  code: ['text'],
} as const satisfies Readonly<Record<string, readonly FieldTypeName[]>>;

/** The ways in which values of a field can be compared. */
export function kindsOfLikeness({ type }: Pick<Field, 'type'>): readonly LikenessKind[] {
  return Object.entries(likenessKinds).flatMap(([kind, types]) =>
    (types as readonly FieldTypeName[]).includes(type) ? [kind as LikenessKind] : [],
  );
}
