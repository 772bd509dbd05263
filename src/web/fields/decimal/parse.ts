import { shiftDecimal, tidy } from './shift.ts';

const MULTIPLES: Readonly<Record<string, number>> = {
  k: 3,
  千: 3,
  万: 4,
  萬: 4,
  m: 6,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  b: 9,
  bn: 9,
};

/**
 * Reads a number the way people type it: `1,054.50`, `１２`, `¥ 1.2万`, `3k`, `12.5 %`.
 * Answers a plain decimal string, or null when it is not a number.
 */
export function parseDecimal(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s,_'’%$¥€£元]/g, '');
  const match = /^([+-]?)(\d*)(?:\.(\d*))?([^\d.]*)$/.exec(plain);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', multiple = ''] = match;
  if (whole === '' && fraction === '') return null;
  const number = tidy(sign === '-', whole, fraction);
  if (multiple === '') return number;
  const places = MULTIPLES[multiple];
  return places === undefined ? null : shiftDecimal(number, places);
}
