import type { FieldMeta } from '#kernel/meta.ts';
import { choiceOf } from '#web/fields/choice/allowed.ts';
import { formatDate } from '#web/fields/date/format.ts';
import { formatDateTime } from '#web/fields/date-time/format.ts';
import { formatDecimal } from '#web/fields/decimal/format.ts';
import { formatDuration } from '#web/fields/duration/format.ts';
import { formatMoney } from '#web/fields/money/format.ts';
import { asMoney } from '#web/fields/money/money.ts';
import { formatPercent } from '#web/fields/percent/format.ts';
import type { Formatting } from '#web/fields/use-formatting.ts';

/** What a field is compared with, as text: a sum in the company's money, a day of an instant as a day. */
export function valueText(field: FieldMeta, value: unknown, { locale, timeZone, currency }: Formatting) {
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
