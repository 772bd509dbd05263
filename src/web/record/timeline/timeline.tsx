import { Button, Loader, Skeleton, Stack, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { UndoMerge } from '#web/duplicates/undo-merge.tsx';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { lastNew } from '#web/looks/last-new.ts';
import { LookLine } from '#web/looks/look-line.tsx';
import { useLook } from '#web/looks/use-look.ts';
import { TalkProvider } from '../comments/talk.ts';
import { threaded } from '../comments/threads.ts';
import { useReactions } from '../comments/use-reactions.ts';
import { useRecordScope } from '../record-scope.ts';
import { DayHeading } from './day-heading.tsx';
import { Entry } from './entry.tsx';
import { groupByDay } from './group-by-day.ts';
import { KindFilter } from './kind-filter.tsx';
import { latestMerge } from './latest-merge.ts';
import { mergeRuns } from './merge-runs.ts';
import classes from './timeline.module.css';
import type { TimelineEntry } from './timeline-entry.ts';
import { useOpenedAt } from './use-opened-at.ts';
import { useTimeline } from './use-timeline.ts';
import { useTimelineAddress } from './use-timeline-address.ts';

/** The record's history: what people did with it and what was changed, day by day, newest first. */
export function Timeline() {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const { timeZone } = useFormatting();
  const { kind, at, show } = useTimelineAddress();
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(
    object.name,
    record.id,
  );
  const end = useIntersection<HTMLDivElement>({ rootMargin: '400px' });
  const atEnd = end.entry?.isIntersecting ?? false;
  useEffect(() => {
    if (atEnd && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [atEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const undoable = object.can.update ? latestMerge(entries, record.id) : undefined;
  const { objects, user } = useMeta();
  const comment = objects.find(({ purpose }) => purpose === 'comment')?.name;
  const talk = threaded(
    entries.filter((entry) => matches(entry, kind)),
    comment,
  );
  const said = entries.filter((entry) => entry.object === comment && entry.activity);
  const reactions = useReactions(said.map(({ record: { id } }) => id));
  const shown = mergeRuns(talk.entries);
  const since = useLook(object.name, record.id);
  const there = entries.some((entry) => entry.record.id === at);
  useOpenedAt(at, there, hasNextPage && !isFetchingNextPage ? fetchNextPage : undefined);
  const newest = lastNew(shown, since, user.id);

  if (isPending) return <TimelineSkeleton />;
  if (error) {
    return (
      <Stack align="flex-start" gap="xs" role="alert">
        <Text c="dimmed">{error.message}</Text>
        <Button variant="default" onClick={() => refetch()}>
          {t('error.retry')}
        </Button>
      </Stack>
    );
  }
  return (
    <TalkProvider value={{ answers: talk.answers, reactions }}>
      <KindFilter value={kind} onChange={show} />
      {groupByDay(shown, timeZone).map(({ day, entries: list }) => (
        <section key={day} className={classes.day}>
          <DayHeading day={day} />
          <ol className={classes.entries}>
            {list.map((entry) => (
              <Fragment key={entry.id}>
                <Entry entry={entry} undo={entry.id === undoable && <UndoMerge />} />
                {since && entry === newest && <LookLine since={since} />}
              </Fragment>
            ))}
          </ol>
        </section>
      ))}
      {shown.length === 0 && !hasNextPage && (
        <Text c="dimmed" py="lg" ta="center">
          {t('record.timeline.empty')}
        </Text>
      )}
      <div ref={end.ref} className={classes.end}>
        {isFetchingNextPage && <Loader size="sm" color="gray" />}
      </div>
    </TalkProvider>
  );
}

function matches(entry: TimelineEntry, kind: string): boolean {
  if (kind === 'all') return true;
  if (kind === 'changes') return !entry.activity;
  return entry.object === kind && Boolean(entry.activity);
}

function TimelineSkeleton() {
  return (
    <Stack gap="md" aria-hidden>
      <Skeleton height={14} width={90} />
      <Skeleton height={64} />
      <Skeleton height={16} width="70%" />
      <Skeleton height={64} />
    </Stack>
  );
}
