import { getCountries, getCountryCallingCode } from 'libphonenumber-js';
import type { TokenSet } from './token-set.ts';

/** The shortest run of digits by which a number is found. */
export const DIGITS_LENGTH = 4;
/** Longest number whose every suffix is kept; E.164 allows 15, extensions make it longer. */
const LONGEST = 40;
/** A national number with its trunk prefix (`0512-33481465`) has at least this many digits. */
const WITH_TRUNK_PREFIX = 10;

/** What stands between the digits of one number; anything else begins another. */
const NUMBER = /\+?[\s(]*\d(?:[\s\-‐–().]*\d)*/g;
const ONLY_A_NUMBER = /^[\s+(]*\d(?:[\s\-‐–()./+]*\d)*[\s)-]*$/;

let callingCodes: ReadonlySet<string> | undefined;

/** Every suffix of each number, so that any four digits in a row are some token's beginning. */
export function addDigits(tokens: TokenSet, folded: string): void {
  for (const [number] of folded.matchAll(NUMBER)) {
    const digits = onlyDigits(number).slice(0, LONGEST);
    if (digits.length <= DIGITS_LENGTH) tokens.add(digits);
    for (let start = 0; start <= digits.length - DIGITS_LENGTH; start++) tokens.add(digits.slice(start));
  }
}

/** The digits to look for when the whole query is written like a telephone number. */
export function queriedDigits(folded: string): string | undefined {
  if (!ONLY_A_NUMBER.test(folded)) return undefined;
  const digits = onlyDigits(folded);
  if (digits.length < DIGITS_LENGTH) return undefined;
  return nationalDigits(digits, folded.trimStart().startsWith('+'));
}

/**
 * A number without country code and trunk prefix. However the number was stored, with them or without,
 * these digits are its end.
 */
export function nationalDigits(digits: string, international = false): string {
  let national = digits;
  if (international) national = withoutCallingCode(digits);
  else if (digits.startsWith('00') && digits.length > WITH_TRUNK_PREFIX)
    national = withoutCallingCode(digits.slice(2));
  else if (/^861[3-9]\d{9}$/.test(digits)) national = digits.slice(2);
  if (national.startsWith('0') && national.length >= WITH_TRUNK_PREFIX) national = national.slice(1);
  return national.length < DIGITS_LENGTH ? digits : national;
}

/** Calling codes are prefix-free: at most one of these lengths is a code. */
function withoutCallingCode(digits: string): string {
  callingCodes ??= new Set(getCountries().map((country) => getCountryCallingCode(country)));
  for (const length of [1, 2, 3]) {
    if (callingCodes.has(digits.slice(0, length))) return digits.slice(length);
  }
  return digits;
}

function onlyDigits(text: string): string {
  return text.replace(/\D/g, '');
}
