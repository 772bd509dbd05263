import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#kernel/writing/date.ts';
import { instantOf } from '#kernel/writing/wall-clock.ts';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { useNarrow } from '#web/kit/use-narrow.ts';
import classes from './calendar.module.css';
import { DayEntry } from './day-entry.tsx';
import { DayNoteMark } from './day-note-mark.tsx';
import { addDays } from './days.ts';
import type { Entry } from './entry.ts';
import { workedDays } from './off-hours.ts';
import type { Shown } from './shown.ts';

interface MonthGridProps extends Shown {
  readonly month: string;
  readonly byDay: ReadonlyMap<string, readonly { readonly entry: Entry }[]>;
}

/** Entries that a day shows before the rest is only counted. */
const shown = 4;

/** Weeks below each other; on a phone the days that hold something. */
export function MonthGrid(props: MonthGridProps) {
  const { object, field, columns, month, days, today, byDay, notes, working } = props;
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const narrow = useNarrow();
  const { user } = useMeta();
  const spans = working.of(user.id);
  const worked = spans && workedDays(spans, timeZone);
  const hours = object.occurs?.from === field.name;
  const ahead = days.find((day) => day >= today && byDay.has(day));
  const start = (day: string) => (field.type === 'date' ? day : instantOf(`${day} 09:00:00`, timeZone));
  return (
    <div className={classes.scroller}>
      <div className={classes.weekdays} aria-hidden>
        {days.slice(0, 7).map((day) => (
          <span key={day}>{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
        ))}
      </div>
      {byDay.size === 0 && <p className={classes.nothing}>{t('calendar.nothing')}</p>}
      <ol className={classes.grid}>
        {days.map((day) => {
          const entries = byDay.get(day) ?? [];
          const rest = entries.length - shown;
          return (
            <li
              key={day}
              ref={narrow && day === ahead ? bringIntoView : undefined}
              className={classes.day}
              aria-label={formatDate(day, locale)}
              data-day={day}
              data-off={worked?.has(day) === false || undefined}
              data-outside={!day.startsWith(month) || undefined}
              data-today={day === today || undefined}
              data-empty={entries.length === 0 || undefined}
            >
              <span className={classes.number}>
                <span className={classes.date}>{Number(day.slice(8))}</span>
                <span className={classes.name}>{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
                <DayNoteMark note={notes.get(day)} />
                {object.can.create && !field.readOnly && (
                  <ActionIcon
                    className={classes.add}
                    size={24}
                    aria-label={t('calendar.add', { day: formatDate(day, locale) })}
                    onClick={() =>
                      openRecordForm({ object: object.name, values: { [field.name]: start(day) } })
                    }
                  >
                    <IconPlus size={13} />
                  </ActionIcon>
                )}
              </span>
              {entries.slice(0, shown).map(({ entry }) => (
                <DayEntry
                  key={entry.key}
                  object={object}
                  field={field}
                  columns={columns}
                  entry={entry}
                  day={day}
                />
              ))}
              {rest > 0 && (
                <Link
                  to={hours ? '/$object/calendar' : '/$object'}
                  search={
                    hours
                      ? { day, scale: 'day' }
                      : { where: { [field.name]: { gte: day, lt: addDays(day, 1) } } }
                  }
                  params={{ object: object.name }}
                  className={classes.more}
                >
                  {t('calendar.more', { number: rest })}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** A phone shows a few days of the month: those that lie ahead come first. */
function bringIntoView(day: HTMLElement | null): void {
  day?.scrollIntoView({ block: 'start' });
}
