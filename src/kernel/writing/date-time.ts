import { formatDate } from './date.ts';
import { momentFormat } from './intl-formats.ts';
import { wallClock } from './wall-clock.ts';

/** Writes an instant as the user's clock and calendar show it. */
export function formatDateTime(value: string, locale: string, timeZone: string): string {
  if (Number.isNaN(Date.parse(value))) return value;
  const wall = wallClock(value, timeZone);
  const separator = locale.startsWith('zh') ? ' ' : ', ';
  return `${formatDate(wall.slice(0, 10), locale)}${separator}${formatTime(value, locale, timeZone)}`;
}

/** Hour and minute: `14:05`, in English `2:05 PM`. */
export function formatTime(value: string, locale: string, timeZone: string): string {
  return momentFormat(locale, {
    hour: locale.startsWith('zh') ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: locale.startsWith('zh') ? 'h23' : 'h12',
    timeZone,
  })
    .format(new Date(value))
    .replace('\u202f', ' ');
}
