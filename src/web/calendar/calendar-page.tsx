import { Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import { useMeta, useObjectMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { usePreference } from '#web/kit/preference.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { FailedList } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { canBeShownAs } from '#web/views/current-view.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import { CalendarBar } from './calendar-bar.tsx';
import { isDay } from './days.ts';
import { daysOf } from './entry.ts';
import { MonthGrid } from './month-grid.tsx';
import { OccurrenceDialog } from './occurrence-dialog.tsx';
import { ReachDialog } from './reach-dialog.tsx';
import { daysShown, type Scale, scalesOf } from './scale.ts';
import { TakenDialog } from './taken/taken-dialog.tsx';
import { TimeGrid } from './time-grid.tsx';
import { useDayNotes } from './use-day-notes.ts';
import { useEntries } from './use-entries.ts';
import { useWorkingTime } from './use-working-time.ts';
import { WhoGrid } from './who-grid.tsx';

/** The records of one object by day, by hour, or by who takes part. */
export function CalendarPage() {
  const { object: name = '' } = useParams({ strict: false });
  const meta = useMeta();
  const object = useObjectMeta(name);
  return object && canBeShownAs(meta, object, 'calendar') ? (
    <CalendarOf key={name} object={object} />
  ) : (
    <NotFoundPage />
  );
}

function CalendarOf({ object }: { object: ObjectMeta }) {
  const { view } = useViewState(object, 'calendar');
  const field = object.fields.find(({ name }) => name === view.groupBy);
  return field ? <Calendar object={object} field={field} /> : <NotFoundPage />;
}

function Calendar({ object, field }: { object: ObjectMeta; field: FieldMeta }) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const state = useViewState(object, 'calendar');
  useTitle(`${state.view.label} · ${object.plural}`);
  const scales = scalesOf(object, field.name);
  const [kept, keep] = usePreference<string>(`calendar.${object.name}`, 'month');
  const scale = scales.find((each) => each === (state.search.scale ?? kept)) ?? ('month' as Scale);
  const today = todayIn(timeZone);
  const day = isDay(state.search.day) ? state.search.day : today;
  const days = daysShown(scale, day);
  const { user } = useMeta();
  const working = useWorkingTime(days, [user.id]);
  const notes = useDayNotes(days, working.days);
  const { entries, more, error, retry } = useEntries(object, field, days, state);
  const shown = { object, field, columns: state.columns, entries, days, today, notes, working };
  const go = (to: string) => state.change({ day: to === today ? undefined : to });
  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={countOf(entries.map(({ record }) => record.id))} />
      <CalendarBar
        object={object}
        scales={scales}
        scale={scale}
        days={days}
        day={day}
        today={today}
        onGo={go}
        onScale={(next) => {
          keep(next);
          state.change({ scale: next });
        }}
      >
        {more && <Text c="dimmed">{t('calendar.tooMany')}</Text>}
      </CalendarBar>
      {error ? (
        <FailedList error={error} onRetry={retry} />
      ) : scale === 'month' ? (
        <MonthGrid
          {...shown}
          month={day.slice(0, 7)}
          byDay={Map.groupBy(
            entries.flatMap((entry) => daysOf(entry, timeZone).map((on) => ({ entry, on }))),
            ({ on }) => on,
          )}
        />
      ) : scale === 'day' || scale === 'week' ? (
        <TimeGrid {...shown} />
      ) : (
        <WhoGrid {...shown} target={scale.slice('with:'.length)} />
      )}
      <OccurrenceDialog object={object} />
      <ReachDialog />
      <TakenDialog object={object} />
    </div>
  );
}

function countOf(ids: readonly string[]): number {
  return new Set(ids).size;
}
