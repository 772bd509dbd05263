import type { ReactNode } from 'react';
import { useMeta } from '#web/api/queries.ts';
import { ActivityCard } from './activity-card.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { ShareEntry } from './share-entry.tsx';
import type { TimelineEntry } from './timeline-entry.ts';

/** One thing that happened: a new activity as a card, with whom it is shared as a sentence, anything else as a line. */
export function Entry({ entry, undo }: { entry: TimelineEntry; undo?: ReactNode }) {
  const object = useMeta().objects.find(({ name }) => name === entry.object);
  if (object && entry.activity && entry.kind === 'created') {
    return <ActivityCard entry={entry} activity={entry.activity} object={object} />;
  }
  if (object && entry.share) return <ShareEntry entry={entry} share={entry.share} object={object} />;
  return <ChangeEntry entry={entry} object={object} undo={undo} />;
}
