import { formatMoney } from '#kernel/writing/money.ts';
import { asMoney } from '#kernel/writing/sum-of-money.ts';
import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';

/** A sum in its currency. */
export function MoneyDisplay({ value }: DisplayProps) {
  const { locale, currency } = useFormatting();
  const money = asMoney(value, currency);
  return money && <span>{formatMoney(money, locale, currency)}</span>;
}
