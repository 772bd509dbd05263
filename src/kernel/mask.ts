import type { FieldTypeName } from './field/field.ts';

/** Types of which a part can be shown that tells which value it is without telling the value. */
export const maskable: ReadonlySet<FieldTypeName> = new Set([
  'text',
  'longText',
  'email',
  'phone',
  'url',
  'autoNumber',
]);

/**
 * What is shown of a value: a telephone number without four digits before its last four, an address of mail by its
 * first letter and its domain, anything else by its first letter.
 */
export function masked(type: FieldTypeName, value: string): string {
  if (type === 'phone') return maskedNumber(value);
  const [first = ''] = value;
  const domain = type === 'email' ? value.slice(value.lastIndexOf('@')) : '';
  return `${first}****${domain}`;
}

/** Only digits are counted, and a short number is not shown at all. */
function maskedNumber(value: string): string {
  const digits = value.replace(/\D/g, '');
  if (digits.length < 11) return `****${digits.slice(-2)}`;
  const country = digits.length > 11 ? `+${digits.slice(0, -11)} ` : '';
  return `${country}${digits.slice(-11, -8)}****${digits.slice(-4)}`;
}
