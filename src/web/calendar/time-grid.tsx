import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#kernel/writing/date.ts';
import { formatTime } from '#kernel/writing/date-time.ts';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import classes from './calendar.module.css';
import { DayEntry } from './day-entry.tsx';
import { DayNoteMark } from './day-note-mark.tsx';
import { daysOf, instantAt, minutesOn } from './entry.ts';
import { lanesOf } from './lanes.ts';
import { offHours } from './off-hours.ts';
import type { Shown } from './shown.ts';
import { TimeBlock } from './time-block.tsx';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The hour that is at the top when it is opened. */
const opensAt = 8;

/** Days beside each other, hour by hour. */
export function TimeGrid({ object, field, columns, entries, days, today, notes, working }: Shown) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { user } = useMeta();
  const hoursOfMine = working.of(user.id);
  const now = new Date().toISOString();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = (element.scrollHeight * opensAt) / 26;
  }, []);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const ends = object.occurs?.to;
  const addAt = (day: string, minutes: number) =>
    openRecordForm({
      object: object.name,
      values: {
        [field.name]: instantAt(day, minutes, timeZone),
        ...(ends && { [ends]: instantAt(day, minutes + 60, timeZone) }),
      },
    });
  const long = entries.filter((entry) => daysOf(entry, timeZone).length > 1);
  const short = entries.filter((entry) => !long.includes(entry));
  const style = { gridTemplateColumns: `60px repeat(${days.length}, minmax(0, 1fr))` };
  return (
    <div className={classes.hours} ref={scroller} data-days={days.length}>
      <div className={classes.hoursHead} style={style}>
        <span />
        {days.map((day) => (
          <div key={day} className={classes.hoursDay} data-today={day === today || undefined}>
            <Link
              to="."
              search={(before) => ({ ...before, day, scale: 'day' })}
              className={classes.hoursDate}
            >
              <span>{weekday.format(Date.parse(`${day}T00:00:00Z`))}</span>
              <span className={classes.date}>{Number(day.slice(8))}</span>
            </Link>
            <DayNoteMark note={notes.get(day)} />
            {long
              .filter((entry) => daysOf(entry, timeZone).includes(day))
              .map((entry) => (
                <DayEntry key={entry.key} {...{ object, field, columns, entry, day }} />
              ))}
          </div>
        ))}
      </div>
      <div className={classes.hoursBody} style={style}>
        <div className={classes.clock} aria-hidden>
          {hours.slice(1).map((hour) => (
            <span key={hour} style={{ top: `${(hour / 24) * 100}%` }}>
              {formatTime(`2026-01-01T${String(hour).padStart(2, '0')}:00:00Z`, locale, 'UTC')}
            </span>
          ))}
        </div>
        {days.map((day) => {
          const own = short.filter((entry) => daysOf(entry, timeZone)[0] === day);
          const spans = own.map((entry) => minutesOn(entry, day, timeZone));
          const lanes = lanesOf(spans);
          const passed = minutesOn({ ...nothing, from: now, to: now }, day, timeZone);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the button above writes down something new
            <ol
              key={day}
              className={classes.hoursColumn}
              aria-label={formatDate(day, locale)}
              data-day={day}
              onClick={(event) => {
                if (event.target !== event.currentTarget || !object.can.create || field.readOnly) return;
                const { top, height } = event.currentTarget.getBoundingClientRect();
                addAt(day, Math.floor(((event.clientY - top) / height) * 48) * 30);
              }}
            >
              {hoursOfMine &&
                offHours(hoursOfMine, day, timeZone).map(({ from, to }) => (
                  <li
                    key={from}
                    aria-hidden
                    className={classes.off}
                    style={{ top: `${(from / 1440) * 100}%`, height: `${((to - from) / 1440) * 100}%` }}
                  />
                ))}
              {day === today && (
                <li aria-hidden className={classes.now} style={{ top: `${(passed.from / 1440) * 100}%` }} />
              )}
              {own.map((entry, index) => (
                <TimeBlock
                  key={entry.key}
                  {...{ object, field, columns, entry, day }}
                  span={spans[index] ?? passed}
                  lane={lanes[index] ?? { lane: 0, lanes: 1 }}
                />
              ))}
            </ol>
          );
        })}
      </div>
      {entries.length === 0 && <p className={classes.nothing}>{t('calendar.nothing')}</p>}
    </div>
  );
}

const nothing = { key: '', record: { id: '', version: 0 }, whole: false };
