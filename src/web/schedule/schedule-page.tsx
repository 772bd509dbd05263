import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bothConditions } from '#kernel/both-conditions.ts';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import { useMeta, useObjectMeta, useRecords } from '#web/api/queries.ts';
import { TakenDialog } from '#web/calendar/taken/taken-dialog.tsx';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { FailedList, ListSkeleton } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { selectOf } from '#web/views/columns.ts';
import { canBeShownAs, groupFields } from '#web/views/current-view.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import classes from './schedule.module.css';
import { ScheduleRows } from './schedule-rows.tsx';
import { besides, spanOf, type Zoom, zooms } from './span.ts';

/** The records of one object as bars along the days. */
export function SchedulePage() {
  const { object: name = '' } = useParams({ strict: false });
  const meta = useMeta();
  const object = useObjectMeta(name);
  return object && canBeShownAs(meta, object, 'timeline') ? (
    <ScheduleOf key={name} object={object} />
  ) : (
    <NotFoundPage />
  );
}

function ScheduleOf({ object }: { object: ObjectMeta }) {
  const { view } = useViewState(object, 'timeline');
  const start = object.fields.find(({ name }) => name === view.groupBy);
  return start ? <Schedule object={object} start={start} /> : <NotFoundPage />;
}

function Schedule({ object, start }: { object: ObjectMeta; start: FieldMeta }) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const state = useViewState(object, 'timeline');
  useTitle(`${state.view.label} · ${object.plural}`);
  const { search } = state;
  const dates = groupFields(object, 'timeline');
  const end = dates.find(({ name }) => name === search.ends) ?? endFor(dates, start);
  const zoom = zooms.find((each) => each === search.zoom) ?? 'quarter';
  const today = todayIn(timeZone);
  const month = (/^\d{4}-\d{2}-/.test(search.day ?? '') ? String(search.day) : today).slice(0, 7);
  const span = spanOf(month, zoom);
  const lasting = end.name === start.name ? [] : [{ [end.name]: { gte: span.from } }];
  const within = {
    and: [{ [start.name]: { lt: span.until } }, { or: [{ [start.name]: { gte: span.from } }, ...lasting] }],
  };
  const list = useRecords(object.name, {
    where: bothConditions(state.where, within),
    select: selectOf(state.columns.slice(0, 4), [start.name, end.name]),
    sort: `${start.name},${object.nameField}`,
    ...(search.q && { q: search.q }),
    ...(search.colors && { marks: search.colors.map((rule) => rule.where) }),
    limit: 100,
    count: true,
  });
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.records) ?? [], [list.data]);
  const named = dates.map(({ name, label }) => ({ value: name, label }));

  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={list.data?.pages[0]?.count} />
      <div className={classes.tools}>
        <ActionIcon
          variant="default"
          aria-label={t('schedule.before')}
          onClick={() => state.change({ day: `${besides(month, zoom, -1)}-01` })}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Button variant="default" onClick={() => state.change({ day: undefined })}>
          {t('calendar.today')}
        </Button>
        <ActionIcon
          variant="default"
          aria-label={t('schedule.after')}
          onClick={() => state.change({ day: `${besides(month, zoom, 1)}-01` })}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
        <SegmentedControl
          size="xs"
          aria-label={t('schedule.zoom')}
          data={zooms.map((value) => ({ value, label: t(`schedule.${value}`) }))}
          value={zoom}
          onChange={(next) => state.change({ zoom: next as Zoom })}
        />
        <Select
          size="xs"
          w={150}
          aria-label={t('schedule.start')}
          data={named}
          value={start.name}
          onChange={(next) => state.change({ group: next ?? undefined })}
        />
        <span aria-hidden>–</span>
        <Select
          size="xs"
          w={150}
          aria-label={t('schedule.end')}
          data={named}
          value={end.name}
          onChange={(next) => state.change({ ends: next ?? undefined })}
        />
      </div>
      {list.isPending ? (
        <ListSkeleton />
      ) : list.isError && records.length === 0 ? (
        <FailedList error={list.error} onRetry={() => list.refetch()} />
      ) : (
        <ScheduleRows
          object={object}
          records={records}
          start={start}
          end={end}
          span={span}
          zoom={zoom}
          today={today}
          rules={search.colors ?? []}
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={list.fetchNextPage}
        />
      )}
      <TakenDialog object={object} />
    </div>
  );
}

/** Where nobody has said with which date a bar ends: the one that is declared next. */
function endFor(dates: readonly FieldMeta[], start: FieldMeta): FieldMeta {
  return dates[dates.findIndex(({ name }) => name === start.name) + 1] ?? start;
}
