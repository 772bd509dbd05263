import { Big } from 'big.js';
import { unescapeText } from './escaped-text.ts';
import type { NumberKind } from './number-format.ts';
import { serialDate } from './serial-date.ts';
import type { StringPool } from './string-pool.ts';

/** What is needed to understand a cell: the pieces shared by all sheets. */
export interface CellContext {
  readonly strings: StringPool;
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/** Excel keeps 15 digits; what comes after them is the noise of binary fractions. */
const DIGITS = 15;
const SHORT_NUMBER = /^-?\d{1,15}$|^-?(?=[\d.]{1,16}$)(?:0|[1-9]\d*)\.\d*[1-9]$/;

/** The text of a cell as its user sees it, with dates as ISO text and numbers without grouping. */
export function cellValue(
  type: string,
  style: string | undefined,
  value: string,
  context: CellContext,
): string {
  switch (type) {
    case 's':
      return context.strings.get(Number(value)) ?? '';
    case 'str':
    case 'inlineStr':
      return unescapeText(value);
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'd':
    case 'e':
      return value;
    default:
      return numberValue(value, context.kinds[Number(style ?? 0)] ?? 'number', context.from1904);
  }
}

function numberValue(value: string, kind: NumberKind, from1904: boolean): string {
  if (kind === 'number') return plainNumber(value);
  if (value === '' || Number.isNaN(Number(value))) return value;
  if (kind === 'percent') return `${new Big(Number(value).toPrecision(DIGITS)).times(100).toFixed()}%`;
  return serialDate(Number(value), kind, from1904) ?? plainNumber(value);
}

/** `1.3800138E10` is 13800138000, and `0.30000000000000004` is 0.3. */
function plainNumber(value: string): string {
  if (SHORT_NUMBER.test(value)) return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  return new Big(number.toPrecision(DIGITS)).toFixed();
}
