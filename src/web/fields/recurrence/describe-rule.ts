import type { TFunction } from 'i18next';
import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { readRule } from '#kernel/recurrence/rule.ts';
import { endOfDay } from '#kernel/recurrence/starts-of.ts';
import { formatDate } from '#kernel/writing/date.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import { weekdayName } from './weekday-name.ts';

/** How something comes back, in words: `Every 2 weeks on Tue, Thu, until Dec 31, 2026`. */
export function describeRule({ rule: text, zone }: Recurrence, t: TFunction, locale: string): string {
  const rule = readRule(text, (day) => endOfDay(day, zone));
  const listed = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
  const joined = (words: readonly string[]) =>
    locale.startsWith('zh') ? words.join('、') : listed.format(words);
  const days = rule.byDay.map(({ day, nth }) => {
    const name = weekdayName(day, locale);
    if (nth === undefined) return name;
    return nth === -1
      ? t('recurrence.lastWeekday', { day: name })
      : t('recurrence.nthWeekday', { nth: Math.abs(nth), day: name });
  });
  const dates = rule.byMonthDay.map((date) =>
    date === -1 ? t('recurrence.lastDay') : t('recurrence.monthDay', { date }),
  );
  const months = rule.byMonth.map((month) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1)),
  );
  const on = [months, dates, days].filter((each) => each.length > 0).map(joined);
  const every =
    rule.interval === 1
      ? t(`recurrence.each.${rule.freq}`)
      : t(`recurrence.every.${rule.freq}`, { number: rule.interval });
  return [
    on.length === 0 ? every : t('recurrence.on', { every, on: on.join(' ') }),
    rule.count === undefined ? '' : t('recurrence.times', { count: rule.count }),
    rule.until === undefined
      ? ''
      : t('recurrence.until', {
          day: formatDate(wallClock(new Date(rule.until).toISOString(), zone), locale),
        }),
  ]
    .filter((part) => part !== '')
    .join(t('recurrence.and'));
}
