import type { FieldMeta } from '../meta.ts';
import { choiceOf } from './choice-of.ts';
import { formatDate } from './date.ts';
import { formatDateTime } from './date-time.ts';
import { formatDecimal } from './decimal.ts';
import { formatDuration } from './duration.ts';
import type { Formatting } from './formatting.ts';
import { formatMoney } from './money.ts';
import { formatPercent } from './percent.ts';
import { asMoney } from './sum-of-money.ts';

/** What a field is compared with, as text: a sum in the company's money, a day of an instant as a day. */
export function valueText(
  field: Pick<FieldMeta, 'type' | 'result' | 'choices'>,
  value: unknown,
  { locale, timeZone, currency }: Formatting,
) {
  const type = field.result ?? field.type;
  if (field.choices) return choiceOf(field, value).label;
  switch (type) {
    case 'money': {
      const money = asMoney(value, currency);
      return money ? formatMoney(money, locale, currency) : String(value);
    }
    case 'percent':
      return formatPercent(value, locale);
    case 'integer':
    case 'decimal':
      return formatDecimal(value, locale);
    case 'duration':
      return formatDuration(Number(value), locale);
    case 'date':
      return formatDate(String(value), locale);
    case 'dateTime':
      return String(value).length > 10
        ? formatDateTime(String(value), locale, timeZone)
        : formatDate(String(value), locale);
    default:
      return String(value);
  }
}
