import { numberFormat } from './intl-formats.ts';

/** Writes a decimal string with the grouping of the locale, every digit kept (a float would lose some). */
export function formatDecimal(value: unknown, locale: string, scale?: number): string {
  const text = String(value);
  const digits = Math.min(Math.max(scale ?? 0, fractionDigits(text)), 20);
  const format = numberFormat(locale, {
    minimumFractionDigits: scale === undefined ? digits : Math.min(scale, digits),
    maximumFractionDigits: digits,
  });
  return format.format(text as Intl.StringNumericLiteral);
}

/** How many digits follow the decimal point. */
export function fractionDigits(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
