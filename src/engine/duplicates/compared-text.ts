import { inCharacters } from './shared-words.ts';

/** What of a value is compared: a text as it is, of a postal address street and city; undefined of anything else. */
export function comparedText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('street' in value)) return undefined;
  const { street, city } = value as { readonly street?: string; readonly city?: string };
  if (street === undefined) return undefined;
  return inCharacters(street) ? `${city ?? ''}${street}` : `${street} ${city ?? ''}`;
}
