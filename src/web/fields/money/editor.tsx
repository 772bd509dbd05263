import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asMoney } from '#kernel/writing/sum-of-money.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';
import { useFormatting } from '../use-formatting.ts';
import { CurrencyPicker } from './currency-picker.tsx';

/** A sum: the amount is kept as typed, digit by digit; the currency is chosen beside it. */
export function MoneyEditor(props: EditorProps) {
  const { t } = useTranslation();
  const { currency: usual, currencies } = useFormatting();
  const money = asMoney(props.value, usual);
  const [currency, setCurrency] = useState(money?.currency ?? usual);
  const choose = (next: string) => {
    setCurrency(next);
    if (money) props.onChange({ ...money, currency: next });
  };
  return (
    <ParsedInput
      editor={props}
      show={(value) => asMoney(value, usual)?.amount ?? ''}
      read={(text) => {
        const amount = parseDecimal(text);
        return amount === null ? null : { amount, currency };
      }}
      unreadable={t('field.notAmount')}
      inputMode="decimal"
      rightSection={<CurrencyPicker value={currency} among={currencies} onChange={choose} />}
      rightSectionWidth={64}
    />
  );
}
