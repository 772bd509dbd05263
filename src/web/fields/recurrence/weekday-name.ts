/** A day of the week, 0 for Monday, as it is called, in short unless told. */
export function weekdayName(day: number, locale: string, weekday: 'short' | 'long' = 'short'): string {
  const style = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  return style.format(Date.UTC(2024, 0, 1 + day));
}
