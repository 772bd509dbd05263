import type { Likeness } from '#kernel/likeness.ts';
import { similarity } from './similarity.ts';

type Values = Readonly<Record<string, unknown>>;

/** Why two records may be one: which fields are how alike, and how far that convinces together, from 0 to 1. */
export interface Evidence {
  readonly score: number;
  readonly fields: readonly { readonly field: string; readonly likeness: number }[];
}

/** From here on two records are shown as possible duplicates. */
export const suspicion = 0.6;

/**
 * Weighs the likenesses of two records as independent evidence (noisy-or: Pearl, J., Probabilistic Reasoning in
 * Intelligent Systems, 1988, section 4.3.2): each leaves 1 − weight × likeness of the doubt.
 */
export function evidenceOf(rules: readonly Likeness[], one: Values, other: Values): Evidence {
  const fields: { readonly field: string; readonly likeness: number }[] = [];
  let doubt = 1;
  for (const { field, kind, weight } of rules) {
    const [a, b] = [one[field], other[field]];
    if (typeof a !== 'string' || typeof b !== 'string') continue;
    const likeness = similarity(kind, a, b);
    if (likeness === 0) continue;
    doubt *= 1 - weight * likeness;
    fields.push({ field, likeness: Math.round(likeness * 100) / 100 });
  }
  return { score: Math.round((1 - doubt) * 100) / 100, fields };
}
