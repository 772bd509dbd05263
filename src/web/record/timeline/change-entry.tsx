import {
  IconArrowMerge,
  IconArrowsSplit2,
  IconBolt,
  IconEraser,
  IconEye,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { useRecordScope } from '../record-scope.ts';
import { ChangeList } from './change-list.tsx';
import { doerOf } from './doer-of.ts';
import { EntryFrame } from './entry-frame.tsx';
import type { TimelineEntry } from './timeline-entry.ts';

const ICONS = {
  created: IconPlus,
  updated: IconPencil,
  deleted: IconTrash,
  restored: IconRestore,
  merged: IconArrowMerge,
  unmerged: IconArrowsSplit2,
  revealed: IconEye,
  erased: IconEraser,
} as const;

interface ChangeEntryProps {
  readonly entry: TimelineEntry;
  readonly object: ObjectMeta | undefined;
  /** What takes it back, where that is possible. */
  readonly undo?: ReactNode;
}

/** Who did what, in a line, with the old and new values of what was changed. */
export function ChangeEntry({ entry, object, undo }: ChangeEntryProps) {
  const { t } = useTranslation();
  const { record } = useRecordScope();
  const Icon = ICONS[entry.kind as keyof typeof ICONS] ?? IconBolt;
  const label = object?.label ?? '';
  const verb =
    entry.kind in ICONS
      ? t(`record.timeline.${entry.kind as keyof typeof ICONS}`, {
          label,
          fields: entry.changes.map((change) => change.label).join(t('record.timeline.and')),
        })
      : t('record.timeline.ran', { action: entry.label ?? entry.kind });
  const single = entry.kind === 'updated' && entry.changes.length === 1;
  return (
    <EntryFrame
      icon={Icon}
      at={entry.at}
      sentence={
        <>
          <b>{doerOf(entry, t)}</b> {entry.kind === 'updated' ? t('record.timeline.changed') : verb}{' '}
          {entry.record.id !== record.id && (
            <RecordLink
              target={{
                object: entry.object,
                id: entry.record.id,
                ...(entry.record.name ? { name: entry.record.name } : {}),
              }}
            />
          )}{' '}
          {undo}
          {single && <ChangeList object={entry.object} changes={entry.changes} inline />}
        </>
      }
    >
      {!single && entry.changes.length > 0 && !['created', 'revealed'].includes(entry.kind) && (
        <ChangeList object={entry.object} changes={entry.changes} />
      )}
    </EntryFrame>
  );
}
