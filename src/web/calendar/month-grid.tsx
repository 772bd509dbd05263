import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { formatDate } from '#web/fields/date/format.ts';
import { instantOf } from '#web/fields/date-time/wall-clock.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { useNarrow } from '#web/kit/use-narrow.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './calendar.module.css';
import { DayEntry } from './day-entry.tsx';
import { nextDay } from './month.ts';

interface MonthGridProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly columns: readonly Column[];
  readonly month: string;
  readonly days: readonly string[];
  readonly today: string;
  readonly byDay: ReadonlyMap<string, readonly RecordJson[]>;
}

/** Entries that a day shows before the rest is only counted. */
const shown = 4;

/** Weeks below each other; on a phone the days that hold something. */
export function MonthGrid({ object, field, columns, month, days, today, byDay }: MonthGridProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const narrow = useNarrow();
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
          const records = byDay.get(day) ?? [];
          const rest = records.length - shown;
          return (
            <li
              key={day}
              ref={narrow && day === ahead ? bringIntoView : undefined}
              className={classes.day}
              aria-label={formatDate(day, locale)}
              data-outside={!day.startsWith(month) || undefined}
              data-today={day === today || undefined}
              data-empty={records.length === 0 || undefined}
            >
              <span className={classes.number}>
                <span className={classes.date}>{Number(day.slice(8))}</span>
                <span className={classes.name}>{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
                {object.can.create && !field.readOnly && (
                  <ActionIcon
                    className={classes.add}
                    size={20}
                    aria-label={t('calendar.add', { day: formatDate(day, locale) })}
                    onClick={() =>
                      openRecordForm({ object: object.name, values: { [field.name]: start(day) } })
                    }
                  >
                    <IconPlus size={13} />
                  </ActionIcon>
                )}
              </span>
              {records.slice(0, shown).map((record) => (
                <DayEntry key={record.id} object={object} field={field} columns={columns} record={record} />
              ))}
              {rest > 0 && (
                <Link
                  to="/$object"
                  params={{ object: object.name }}
                  search={{ where: { [field.name]: { gte: day, lt: nextDay(day) } } }}
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
