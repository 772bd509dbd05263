import { formatDateTime, formatTime } from '#kernel/writing/date-time.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import type { ToldSpan } from '../told-span.ts';

/** From when to when, the day told once where it is one. */
export function spanInWords({ from, to }: ToldSpan, locale: string, timeZone: string): string {
  const [begins, ends] = [from, to].map((each) => wallClock(each, timeZone).slice(0, 10));
  const end = begins === ends ? formatTime(to, locale, timeZone) : ` ${formatDateTime(to, locale, timeZone)}`;
  return `${formatDateTime(from, locale, timeZone)}–${end}`;
}
