import chineseDays from 'chinese-days';

/** Whether people work on a day: Monday to Friday, and in China by the decree on holidays and the days worked for them. */
export function isWorkingDay(day: string, locale: string): boolean {
  if (locale === 'zh-CN') return chineseDays.getDayDetail(day).work;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
