import { useTranslation } from 'react-i18next';
import classes from './calendar.module.css';
import type { DayNote } from './day-note.ts';

/** What the calendar of China says of a day, beside its number. */
export function DayNoteMark({ note }: { note: DayNote | undefined }) {
  const { t } = useTranslation();
  if (note === undefined) return null;
  return (
    <span className={classes.note} data-special={note.special || undefined}>
      {note.work && (
        <span className={classes.work} data-work={note.work} title={t(`calendar.${note.work}`)}>
          {note.work === 'off' ? '休' : '班'}
        </span>
      )}
      {note.text}
    </span>
  );
}
