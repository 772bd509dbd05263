import { Text } from '@mantine/core';
import { Navigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useObjectMeta, useRecords } from '#web/api/queries.ts';
import { Centered } from '#web/kit/centered.tsx';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { EmptyList, FailedList, ListSkeleton } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { RecordPage } from '#web/record/record-page.tsx';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { selectOf } from '#web/views/columns.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import classes from './split.module.css';
import { SplitList } from './split-list.tsx';

/** The records of one object beside the one of them that is open. */
export function SplitPage() {
  const { object: name = '' } = useParams({ strict: false });
  const object = useObjectMeta(name);
  return object ? <Split key={name} object={object} /> : <NotFoundPage />;
}

function Split({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const state = useViewState(object, 'split');
  const { open, q } = state.search;
  useTitle(`${state.view.label} · ${object.plural}`);
  const list = useRecords(object.name, {
    where: state.where,
    select: selectOf(state.columns.slice(0, 5)),
    ...(state.sort && { sort: state.sort }),
    ...(q && { q }),
    limit: 60,
    count: true,
  });
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.records) ?? [], [list.data]);
  const shown = open ?? records[0]?.id;
  // There is no room beside a list on a phone: there a record has a page of its own.
  if (narrow && open !== undefined)
    return <Navigate to="/$object/$id" params={{ object: object.name, id: open }} />;
  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={list.data?.pages[0]?.count} />
      {list.isPending ? (
        <ListSkeleton />
      ) : list.isError && records.length === 0 ? (
        <FailedList error={list.error} onRetry={() => list.refetch()} />
      ) : records.length === 0 && open === undefined ? (
        <div className={listClasses.message}>
          <EmptyList object={object} state={state} />
        </div>
      ) : (
        <div className={classes.split}>
          <SplitList
            object={object}
            columns={state.columns.slice(0, 5)}
            records={records}
            open={narrow ? undefined : shown}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={list.fetchNextPage}
            onOpen={(id) => state.change({ open: id })}
          />
          {!narrow && (
            <section className={classes.record} aria-label={object.label}>
              {shown ? (
                <RecordPage key={shown} object={object.name} id={shown} />
              ) : (
                <Centered>
                  <Text c="dimmed">{t('list.noMatch')}</Text>
                </Centered>
              )}
            </section>
          )}
        </div>
      )}
    </div>
  );
}
