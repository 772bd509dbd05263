import { Tooltip } from '@mantine/core';
import type { FieldMeta } from '#kernel/meta.ts';
import { formatMoney, formatMoneyShort } from '#kernel/writing/money.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';

/** A sum at the head of a column: short, in full under the pointer. */
export function BoardSum({ field, sum }: { field: FieldMeta; sum: string }) {
  const { locale, currency } = useFormatting();
  const money = { amount: sum, currency };
  const plain = (notation: 'compact' | 'standard') =>
    new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 1 }).format(
      sum as Intl.StringNumericLiteral,
    );
  const isMoney = (field.result ?? field.type) === 'money';
  const full = isMoney ? formatMoney(money, locale, currency) : plain('standard');
  return (
    <Tooltip label={`${field.label} ${full}`}>
      <span data-sum={sum}>{isMoney ? formatMoneyShort(money, locale, currency) : plain('compact')}</span>
    </Tooltip>
  );
}
