import { useTranslation } from 'react-i18next';
import classes from './calendar.module.css';
import type { DayNote } from './day-note.ts';

/** What is said of a day, beside its number. */
export function DayNoteMark({ note }: { note: DayNote | undefined }) {
  const { t } = useTranslation();
  if (note === undefined) return null;
  return (
    <span className={classes.note} data-special={note.special || undefined}>
      {note.work && (
        <span
          className={classes.work}
          data-work={note.work}
          title={t(note.ofCompany ? `calendar.ofCompany.${note.work}` : `calendar.${note.work}`)}
        >
          {t(`calendar.marks.${note.work}`)}
        </span>
      )}
      {note.text}
    </span>
  );
}
