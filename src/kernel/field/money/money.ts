import { Unacceptable } from '../../problem.ts';
import { quotedValue } from '../../quoted-value.ts';
import { decimalInput } from '../decimal-input.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import type { FieldType, ParseContext } from '../type.ts';

/** An exact amount with its currency (ISO 4217). */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Decimal places an amount of money is kept with. */
export const moneyScale = 2;

export function money<const Required extends boolean = false>(
  options: FieldOptions<Money> & { readonly required?: Required } = {},
): Field<Money, Required> {
  return field('money', { scale: moneyScale, ...options });
}

export const moneyType: FieldType = {
  parse(input, { scale = moneyScale }, context): Money {
    if (typeof input === 'string') return fromText(input, scale, context);
    if (typeof input !== 'object' || input === null)
      return { amount: decimalInput(input, scale), currency: context.currency };
    const { amount, currency = context.currency } = input as Partial<Record<string, unknown>>;
    return { amount: decimalInput(amount, scale), currency: knownCurrency(currency, context) };
  },
  schema: () => ({
    type: 'object',
    required: ['amount', 'currency'],
    properties: {
      amount: { type: 'string', pattern: '^-?\\d{1,18}(\\.\\d+)?$', examples: ['1054.00'] },
      currency: { type: 'string', pattern: '^[A-Z]{3}$', examples: ['CNY'] },
    },
    examples: [{ amount: '1054.00', currency: 'CNY' }],
  }),
};

const signs: Readonly<Record<string, string>> = { $: 'USD', US$: 'USD', '€': 'EUR', '£': 'GBP', HK$: 'HKD' };

/** `1,054.00`, `USD 1054`, `1054 CNY`, `$1,054`; ¥ is the workspace's own when that is CNY or JPY. */
function fromText(input: string, scale: number, context: ParseContext): Money {
  const [, before = '', amount = '', after = ''] =
    /^([^\d+.-]*)([+-]?[\d.,]+)\s*([A-Za-z]{3})?$/.exec(input.normalize('NFKC').trim()) ?? [];
  const mark = (after || before).trim();
  const yuan = ['CNY', 'JPY'].includes(context.currency) ? context.currency : 'CNY';
  const currency = mark === '' ? context.currency : mark === '¥' ? yuan : (signs[mark] ?? mark.toUpperCase());
  return { amount: decimalInput(amount, scale), currency: knownCurrency(currency, context) };
}

function knownCurrency(currency: unknown, context: ParseContext): string {
  if (typeof currency === 'string' && context.currencies.includes(currency)) return currency;
  throw new Unacceptable('unknownCurrency', {
    currency: quotedValue(currency),
    currencies: context.currencies.join(', '),
  });
}
