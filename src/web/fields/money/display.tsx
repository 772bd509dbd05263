import type { DisplayProps } from '../field-props.ts';
import { useFormatting } from '../use-formatting.ts';
import { formatMoney } from './format.ts';
import { asMoney } from './money.ts';

/** A sum in its currency. */
export function MoneyDisplay({ value }: DisplayProps) {
  const { locale, currency } = useFormatting();
  const money = asMoney(value, currency);
  return money && <span>{formatMoney(money, locale, currency)}</span>;
}
