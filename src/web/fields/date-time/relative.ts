const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];

/** How long ago in words: `now`, `5 minutes ago`, `3 天前`; null beyond a week, where a date says more. */
export function relativeTime(value: string, locale: string, now = Date.now()): string | null {
  const seconds = Math.round((Date.parse(value) - now) / 1000);
  const distance = Math.abs(seconds);
  if (distance >= 7 * 86_400) return null;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (distance < 60) return format.format(0, 'second');
  const [unit, size] = STEPS.findLast(([, each]) => distance >= each) ?? ['minute', 60];
  return format.format(Math.trunc(seconds / size), unit);
}
