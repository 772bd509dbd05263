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
export type LikenessKind =
  | 'exact'
  | 'person'
  | 'organisation'
  | 'phone'
  | 'mailDomain'
  | 'street'
  | 'date'
  | 'words'
  | 'code';
