import type { FieldMeta } from '#kernel/meta.ts';
import { numberFormat } from '#kernel/writing/intl-formats.ts';
import { formatMoney, formatMoneyShort } from '#kernel/writing/money.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';

/** A sum at the head of a column: short, in full under the pointer. */
export function BoardSum({ field, sum }: { field: FieldMeta; sum: string }) {
  const { locale, currency } = useFormatting();
  const money = { amount: sum, currency };
  const plain = (notation: 'compact' | 'standard') =>
    numberFormat(locale, { notation, maximumFractionDigits: 1 }).format(sum as Intl.StringNumericLiteral);
  const isMoney = (field.result ?? field.type) === 'money';
  const full = isMoney ? formatMoney(money, locale, currency) : plain('standard');
  return (
    <span data-hint={`${field.label} ${full}`} data-sum={sum}>
      {isMoney ? formatMoneyShort(money, locale, currency) : plain('compact')}
    </span>
  );
}
