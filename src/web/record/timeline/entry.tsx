import { Skeleton } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useMeta } from '#web/api/queries.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { ActivityCard } from './activity-card.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { ShareEntry } from './share-entry.tsx';
import type { TimelineEntry } from './timeline-entry.ts';

// Talk stands on few records.
const CommentCard = lazyView(() => import('../comments/comment-card.tsx'), 'CommentCard');

/** One thing that happened: a new activity as a card, with whom it is shared as a sentence, anything else as a line. */
export function Entry({ entry, undo }: { entry: TimelineEntry; undo?: ReactNode }) {
  const object = useMeta().objects.find(({ name }) => name === entry.object);
  if (object && entry.activity && entry.kind === 'created') {
    if (object.purpose === 'comment')
      return (
        <Suspense fallback={<Skeleton component="li" height={80} />}>
          <CommentCard entry={entry} comment={entry.activity} object={object} />
        </Suspense>
      );
    return <ActivityCard entry={entry} activity={entry.activity} object={object} />;
  }
  if (object && entry.share) return <ShareEntry entry={entry} share={entry.share} object={object} />;
  return <ChangeEntry entry={entry} object={object} undo={undo} />;
}
