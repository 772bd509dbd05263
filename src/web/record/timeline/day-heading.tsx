import { useTranslation } from 'react-i18next';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import { addDays } from '#web/fields/date/parse.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import classes from './day-heading.module.css';

/** Today, yesterday, or the date with its weekday. */
export function DayHeading({ day }: { day: string }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const today = todayIn(timeZone);
  const date = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    month: locale.startsWith('zh') ? 'long' : 'short',
    day: 'numeric',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`));
  const near =
    day === today ? t('record.today') : day === addDays(today, -1) ? t('record.yesterday') : undefined;
  return (
    <h3 className={classes.day}>
      {near && <b>{near}</b>}
      <time dateTime={day}>{date}</time>
    </h3>
  );
}
