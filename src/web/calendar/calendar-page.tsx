import { ActionIcon, Button, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useObjectMeta, useRecords } from '#web/api/queries.ts';
import { todayIn, wallClock } from '#web/fields/date-time/wall-clock.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { FailedList } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { selectOf } from '#web/views/columns.ts';
import { canBeShownAs } from '#web/views/current-view.ts';
import { bothConditions } from '#web/views/filters/where.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import classes from './calendar.module.css';
import { daysOfMonth, isMonth, nextDay, shiftMonth } from './month.ts';
import { MonthGrid } from './month-grid.tsx';

/** More than a month's page can show; beyond it a filter helps more than a longer list. */
const most = 600;

/** The records of one object by day. */
export function CalendarPage() {
  const { object: name = '' } = useParams({ strict: false });
  const object = useObjectMeta(name);
  return object && canBeShownAs(object, 'calendar') ? (
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
  const { locale, timeZone } = useFormatting();
  const state = useViewState(object, 'calendar');
  useTitle(`${state.view.label} · ${object.plural}`);
  const today = todayIn(timeZone);
  const month = isMonth(state.search.month) ? state.search.month : today.slice(0, 7);
  const days = daysOfMonth(month);
  const span = { gte: days[0], lt: nextDay(days.at(-1) ?? today) };
  const list = useRecords(object.name, {
    where: bothConditions(state.where, { [field.name]: span }),
    select: selectOf(state.columns, [field.name]),
    sort: field.name,
    ...(state.search.q && { q: state.search.q }),
    limit: most,
    count: true,
  });
  const page = list.data?.pages[0];
  const dayOf = (value: unknown) =>
    field.type === 'date' ? String(value) : wallClock(String(value), timeZone).slice(0, 10);
  const title = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const go = (to: string) => state.change({ month: to === today.slice(0, 7) ? undefined : to });
  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={page?.count} />
      <div className={classes.bar}>
        <h2 className={classes.month}>{title.format(new Date(`${month}-01T00:00:00Z`))}</h2>
        <ActionIcon aria-label={t('calendar.previous')} onClick={() => go(shiftMonth(month, -1))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('calendar.next')} onClick={() => go(shiftMonth(month, 1))}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <Button variant="default" size="compact-xs" onClick={() => go(today.slice(0, 7))}>
          {t('calendar.today')}
        </Button>
        {(page?.count ?? 0) > most && <Text c="dimmed">{t('calendar.tooMany', { number: most })}</Text>}
      </div>
      {list.isError && !page ? (
        <FailedList error={list.error} onRetry={() => list.refetch()} />
      ) : (
        <MonthGrid
          object={object}
          field={field}
          columns={state.columns}
          month={month}
          days={days}
          today={today}
          byDay={Map.groupBy(page?.records ?? [], (record) => dayOf(record[field.name]))}
        />
      )}
    </div>
  );
}
