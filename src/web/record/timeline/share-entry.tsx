import { IconShare, IconShareOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import { ChangeList } from './change-list.tsx';
import { doerOf } from './doer-of.ts';
import { EntryFrame } from './entry-frame.tsx';
import { shareTerms } from './share-terms.ts';
import type { TimelineEntry } from './timeline-entry.ts';

interface ShareEntryProps {
  readonly entry: TimelineEntry;
  readonly share: RecordJson;
  readonly object: ObjectMeta;
}

/** Who shared the record with whom and for what, or took that back. */
export function ShareEntry({ entry, share, object }: ShareEntryProps) {
  const { t } = useTranslation();
  const over = entry.kind === 'deleted';
  const changed = entry.kind === 'updated';
  const sentence = over ? 'unshared' : changed ? 'sharedAnew' : 'shared';
  const { recipient, role, access } = shareTerms(object, share, entry.changes);
  const fetched = useRecordName(recipient?.object ?? '', recipient?.id, {
    enabled: recipient !== null && recipient.name === undefined,
  });
  const audience = recipient ? (recipient.name ?? fetched ?? '…') : role;
  return (
    <EntryFrame
      icon={over ? IconShareOff : IconShare}
      at={entry.at}
      sentence={
        <>
          <b>{doerOf(entry, t)}</b> {t(`record.timeline.${sentence}`, { audience, access })}
        </>
      }
    >
      {changed && <ChangeList object={entry.object} changes={entry.changes} />}
    </EntryFrame>
  );
}
