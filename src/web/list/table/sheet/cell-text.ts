import type { FieldMeta } from '#kernel/meta.ts';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import { asMoney } from '#kernel/writing/sum-of-money.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import { isEmpty } from '#web/fields/empty.ts';
import { asTarget } from '#web/fields/reference/target.ts';
import type { Reading } from './read-cell.ts';

/** A value as text that a spreadsheet can reckon with and that can be read back. */
export function cellText(field: FieldMeta, value: unknown, reading: Omit<Reading, 'current'>): string {
  if (isEmpty(value)) return '';
  const type = field.result ?? field.type;
  if (type === 'choice') return choiceOf(field, value).label;
  if (type === 'boolean') return value ? reading.yes : reading.no;
  if (type === 'dateTime') return wallClock(String(value), reading.timeZone).slice(0, 16).replace('T', ' ');
  if (type === 'multiChoice' && Array.isArray(value))
    return value.map((each) => choiceOf(field, each).label).join(', ');
  if (type === 'duration') return String(Number(value) / 60);
  if (type === 'money') {
    const money = asMoney(value, reading.currency);
    return money?.currency === reading.currency ? money.amount : `${money?.currency} ${money?.amount}`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  return asTarget('', value, reading.nameField(field))?.name ?? '';
}
