import type { Likeness } from '#kernel/likeness.ts';
import { alike, type Form, formOf } from './similarity.ts';

type Values = Readonly<Record<string, unknown>>;

/** Why two records may be one: which fields are how alike, and how far that convinces together, from 0 to 1. */
export interface Evidence {
  readonly score: number;
  readonly fields: readonly { readonly field: string; readonly likeness: number }[];
}

/** By each rule what of a record is compared. */
export type Forms = readonly (Form | undefined)[];

/** From here on two records are shown as possible duplicates. */
export const suspicion = 0.6;

export function comparedForms(rules: readonly Likeness[], values: Values): Forms {
  return rules.map(({ field, kind }) => formOf(kind, values[field]));
}

/**
 * Weighs the likenesses of two records as independent evidence (noisy-or: Pearl, J., Probabilistic Reasoning in
 * Intelligent Systems, 1988, section 4.3.2): each leaves 1 − weight × likeness of the doubt.
 */
export function evidenceOf(rules: readonly Likeness[], one: Forms, other: Forms): Evidence {
  const fields: { readonly field: string; readonly likeness: number }[] = [];
  let doubt = 1;
  for (const [at, { field, kind, weight }] of rules.entries()) {
    const [a, b] = [one[at], other[at]];
    if (a === undefined || b === undefined) continue;
    const likeness = alike(kind, a, b);
    if (likeness === 0) continue;
    doubt *= 1 - weight * likeness;
    fields.push({ field, likeness: Math.round(likeness * 100) / 100 });
  }
  return { score: Math.round((1 - doubt) * 100) / 100, fields };
}
