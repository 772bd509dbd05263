import { formatDateTime, formatTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import classes from './entry-time.module.css';

/** The time of day; the whole moment on hover. */
export function EntryTime({ at }: { at: string }) {
  const { locale, timeZone } = useFormatting();
  return (
    <time data-hint={formatDateTime(at, locale, timeZone)} className={classes.time} dateTime={at}>
      {formatTime(at, locale, timeZone)}
    </time>
  );
}
