import { fractionDigits } from './decimal.ts';
import { numberFormat } from './intl-formats.ts';
import type { Money } from './sum-of-money.ts';

/**
 * Writes a sum in its currency, exactly: digits beyond the currency's usual ones are shown, not rounded.
 * The workspace's own currency has the short sign that people there know, `¥` rather than `CN¥`.
 */
export function formatMoney(money: Money, locale: string, own?: string): string {
  const usual = currencyDigits(money.currency);
  const digits = Math.min(Math.max(usual, fractionDigits(money.amount)), 20);
  try {
    return numberFormat(locale, {
      style: 'currency',
      currency: money.currency,
      currencyDisplay: money.currency === own ? 'narrowSymbol' : 'symbol',
      minimumFractionDigits: usual,
      maximumFractionDigits: digits,
    }).format(money.amount as Intl.StringNumericLiteral);
  } catch {
    return `${money.currency} ${money.amount}`;
  }
}

/** The short form for board heads and tiles: `¥1.2万`, `$12K`. */
export function formatMoneyShort(money: Money, locale: string, own?: string): string {
  return numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: money.currency === own ? 'narrowSymbol' : 'symbol',
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(money.amount as Intl.StringNumericLiteral);
}

/** Decimal places usual in a currency: 2 for USD and CNY, 0 for JPY. */
export function currencyDigits(currency: string): number {
  try {
    const options = numberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** The sign written before a sum: `¥`, `US$`. */
export function currencySign(currency: string, locale: string): string {
  try {
    const parts = numberFormat(locale, { style: 'currency', currency }).formatToParts(0);
    return parts.find((part) => part.type === 'currency')?.value ?? currency;
  } catch {
    return currency;
  }
}
