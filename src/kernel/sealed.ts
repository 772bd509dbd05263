import type { FieldTypeName } from './field/field.ts';

/** Types whose values may be kept under lock: text, of which nothing is computed. */
export const sealable: ReadonlySet<FieldTypeName> = new Set(['text', 'longText', 'email', 'phone', 'url']);

/** What is shown instead of a sealed value; sent back, it leaves the value as it is. */
export const sealedMark = '****';

/** The form of a value in which two ways of writing the same number or address are equal. */
export function comparableForm(value: string): string {
  const folded = value.normalize('NFKC').toLowerCase();
  return folded.includes('@') ? folded.replace(/\s/g, '') : folded.replace(/[\s\-–()]/g, '');
}
