import { formatDecimal } from './decimal.ts';

/** Writes a percentage that is held as its figure: 12.5 means 12.5 %. */
export function formatPercent(value: unknown, locale: string): string {
  return `${formatDecimal(
    String(value)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, ''),
    locale,
  )}%`;
}
