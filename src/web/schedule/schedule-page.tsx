import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { bothConditions } from '#kernel/both-conditions.ts';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import { useMeta, useObjectMeta, useRecords } from '#web/api/queries.ts';
import { TakenDialog } from '#web/calendar/taken/taken-dialog.tsx';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { useTitle } from '#web/kit/use-title.ts';
import { FailedList, ListSkeleton } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { MoreFieldsHost } from '#web/views/changing/more-fields-host.tsx';
import { selectOf } from '#web/views/columns.ts';
import { canBeShownAs, groupFields } from '#web/views/current-view.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import { barOf } from './bar.ts';
import { nameOf } from './find-following.ts';
import { FollowingDialog } from './following-dialog.tsx';
import { ScheduleRows } from './schedule-rows.tsx';
import { ScheduleTools } from './schedule-tools.tsx';
import { dayShown, spanOf, zooms } from './span.ts';
import { useSlack } from './use-slack.ts';

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
  const { timeZone } = useFormatting();
  const state = useViewState(object, 'timeline');
  useTitle(`${state.view.label} · ${object.plural}`);
  const { search, view } = state;
  const dates = groupFields(object, 'timeline');
  const end = dates.find(({ name }) => name === (search.ends ?? view.ends)) ?? endFor(dates, start);
  const orders = ordersOf(object);
  const after = orders.find(({ name }) => name === (search.after ?? view.after));
  const zoom = zooms.find((each) => each === search.zoom) ?? 'quarter';
  const today = todayIn(timeZone);
  const day = dayShown(search.day, today);
  const span = spanOf(day, zoom);
  const single = end.name === start.name;
  const within = {
    or: [
      { [start.name]: { gte: span.from, lt: span.until } },
      ...(single
        ? []
        : [
            { [start.name]: { lt: span.from }, [end.name]: { gte: span.from } },
            { [start.name]: { isNull: true }, [end.name]: { gte: span.from, lt: span.until } },
          ]),
    ],
  };
  const list = useRecords(object.name, {
    where: bothConditions(state.where, within),
    select: selectOf(state.columns.slice(0, 4), [start.name, end.name, ...(after ? [after.name] : [])]),
    sort: [...new Set([start.name, end.name, object.nameField])].join(),
    ...(search.q && { q: search.q }),
    ...(search.colors && { marks: search.colors.map((rule) => rule.where) }),
    // Arrows lead to bars further down, so that all of them are read at once.
    limit: after ? 1000 : 100,
    count: true,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (after && hasNextPage && !isFetchingNextPage) fetchNextPage().catch(toastProblem);
  }, [after, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const bars = useMemo(
    () =>
      (list.data?.pages.flatMap((page) => page.records) ?? []).flatMap(
        (record) => barOf(record, nameOf(object, record), { start, end, after }, timeZone) ?? [],
      ),
    [list.data, object, start, end, after, timeZone],
  );
  const slack = useSlack(bars, after !== undefined && search.critical === true);
  const critical = slack && {
    count: [...slack.values()].filter((days) => days <= 0).length,
    of: bars.length,
  };

  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={list.data?.pages[0]?.count} />
      <ScheduleTools
        state={state}
        fields={{ start, end, after }}
        dates={dates}
        orders={orders}
        day={day}
        zoom={zoom}
        critical={critical}
      />
      {list.isPending ? (
        <ListSkeleton />
      ) : list.isError && bars.length === 0 ? (
        <FailedList error={list.error} onRetry={() => list.refetch()} />
      ) : (
        <ScheduleRows
          object={object}
          bars={bars}
          fields={{ start, end, after }}
          slack={slack}
          span={span}
          zoom={zoom}
          today={today}
          rules={search.colors ?? []}
          hasMore={hasNextPage}
          loading={isFetchingNextPage}
          onMore={fetchNextPage}
        />
      )}
      <FollowingDialog />
      <TakenDialog object={object} />
      <MoreFieldsHost />
    </div>
  );
}

/** Where nobody has said with which date a bar ends: the one that is declared next. */
function endFor(dates: readonly FieldMeta[], start: FieldMeta): FieldMeta {
  return dates[dates.findIndex(({ name }) => name === start.name) + 1] ?? start;
}

/** The fields by which a record comes after others of its object, in which no circle can arise. */
function ordersOf({ name: own, fields }: ObjectMeta): readonly FieldMeta[] {
  return fields.filter(({ acyclic, targets }) => acyclic === true && targets?.[0] === own);
}
