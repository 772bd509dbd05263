import { Button, Skeleton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useObjectMeta, useRecords } from '#web/api/queries.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { EmptyList, FailedList } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { selectOf } from '#web/views/columns.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import classes from './gallery.module.css';
import { GalleryCard } from './gallery-card.tsx';

/** The records of one object as cards beside and below each other. */
export function GalleryPage() {
  const { object: name = '' } = useParams({ strict: false });
  const object = useObjectMeta(name);
  return object ? <Gallery key={name} object={object} /> : <NotFoundPage />;
}

function Gallery({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const state = useViewState(object, 'gallery');
  useTitle(`${state.view.label} · ${object.plural}`);
  const { colors, q } = state.search;
  const list = useRecords(object.name, {
    where: state.where,
    select: selectOf(state.columns),
    ...(state.sort && { sort: state.sort }),
    ...(q && { q }),
    ...(colors && { marks: colors.map((rule) => rule.where) }),
    limit: 60,
    count: true,
  });
  const records = list.data?.pages.flatMap((page) => page.records) ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: end, entry } = useIntersection({ root: scroller.current, rootMargin: '600px' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (entry?.isIntersecting && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [entry?.isIntersecting, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={list.data?.pages[0]?.count} />
      {list.isError && records.length === 0 ? (
        <FailedList error={list.error} onRetry={() => list.refetch()} />
      ) : !list.isPending && records.length === 0 ? (
        <div className={listClasses.message}>
          <EmptyList object={object} state={state} />
        </div>
      ) : (
        <div
          ref={scroller}
          className={classes.scroller}
          data-scroll-restoration-id={`gallery.${object.name}.${state.view.name}`}
        >
          <ul className={classes.cards} aria-label={state.saved?.name ?? state.view.label}>
            {records.map((record) => (
              <GalleryCard
                key={record.id}
                object={object}
                record={record}
                columns={state.columns}
                rules={colors ?? []}
              />
            ))}
            {list.isPending &&
              [0, 1, 2, 3, 4, 5].map((each) => <Skeleton key={each} height={150} radius="md" />)}
          </ul>
          {list.isFetchNextPageError && (
            <Button variant="default" onClick={() => fetchNextPage()}>
              {t('error.retry')}
            </Button>
          )}
          <div ref={end} />
        </div>
      )}
    </div>
  );
}
