import { IconShare, IconShareOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import classes from './change-entry.module.css';
import { ChangeList } from './change-list.tsx';
import { EntryTime } from './entry-time.tsx';
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
  const Icon = over ? IconShareOff : IconShare;
  const { recipient, role, access } = shareTerms(object, share, entry.changes);
  const fetched = useRecordName(recipient?.object ?? '', recipient?.id, {
    enabled: recipient !== null && recipient.name === undefined,
  });
  const audience = recipient ? (recipient.name ?? fetched ?? '…') : role;
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>
        <Icon size={13} aria-hidden />
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.sentence}>
            <b>{entry.actor?.name ?? t('record.timeline.system')}</b>{' '}
            {t(`record.timeline.${sentence}`, { audience, access })}
          </span>
          <EntryTime at={entry.at} />
        </div>
        {changed && <ChangeList object={entry.object} changes={entry.changes} />}
      </div>
    </li>
  );
}
