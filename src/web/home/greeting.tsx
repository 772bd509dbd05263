import { useTranslation } from 'react-i18next';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import classes from './home.module.css';

/** Good morning, and what day it is where this person is. */
export function Greeting() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { user } = useMeta();
  const now = new Date();
  const hour = Number(wallClock(now.toISOString(), user.timeZone).slice(11, 13));
  const part = hour < 5 ? 'evening' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: user.timeZone,
  });
  return (
    <header>
      <h1 className={classes.greeting}>{t(`home.${part}`, { name: user.name })}</h1>
      <p className={classes.day}>{day.format(now)}</p>
    </header>
  );
}
