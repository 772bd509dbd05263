/** A day of the week, 0 for Monday, as it is called in short. */
export function weekdayName(day: number, locale: string): string {
  const style = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return style.format(Date.UTC(2024, 0, 1 + day));
}
