import Big from 'big.js';
import { Unacceptable } from '../problem.ts';

const written = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Largest whole part, in digits, that a decimal may have. */
const wholeDigits = 18;

/**
 * An exact decimal, as text without superfluous zeros beyond `scale` places. Thousands separators and full-width
 * digits are read; exponents, NaN and more places than the field has are refused rather than rounded.
 */
export function decimalInput(input: unknown, scale: number): string {
  const text = typeof input === 'number' && Number.isFinite(input) ? plain(input) : input;
  if (typeof text !== 'string') throw new Unacceptable('notNumber');
  const cleaned =
    text.length > 60
      ? ''
      : text
          .normalize('NFKC')
          .trim()
          .replace(/(?<=\d),(?=\d{3})/g, '');
  if (!written.test(cleaned)) throw new Unacceptable('notNumber');
  const value = new Big(cleaned);
  if (value.abs().gte(new Big(10).pow(wholeDigits)))
    throw new Unacceptable('tooLarge', { digits: wholeDigits });
  if (!value.round(scale).eq(value)) throw new Unacceptable('tooManyPlaces', { scale });
  return formatDecimal(value, scale);
}

/** One way to write a decimal, the way PostgreSQL's numeric(n, scale) does. */
export function formatDecimal(value: Big, scale: number): string {
  const text = value.toFixed(scale);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

function plain(input: number): string {
  return new Big(input).toFixed();
}
