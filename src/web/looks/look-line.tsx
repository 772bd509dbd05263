import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import classes from './looks.module.css';

/** Below what is new in a list, newest first: when I looked last. */
export function LookLine({ since }: { since: string }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  return (
    <li className={classes.line}>
      <span>{t('record.timeline.newSince', { at: formatDateTime(since, locale, timeZone) })}</span>
    </li>
  );
}
