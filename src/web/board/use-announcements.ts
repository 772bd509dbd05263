import type { Active, Announcements, Over } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { BoardGroup } from './board-groups.ts';

/** What is read aloud while a card is moved with the keyboard. */
export function useAnnouncements(object: ObjectMeta) {
  const { t } = useTranslation();
  const name = (active: Active) =>
    String((active.data.current?.record as RecordJson | undefined)?.[object.nameField] ?? '');
  const column = (over: Over | null) => (over?.data.current?.group as BoardGroup | undefined)?.label;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('board.lifted', { name: name(active) }),
    onDragOver: ({ active, over }) =>
      over ? t('board.over', { name: name(active), column: column(over) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over ? t('board.dropped', { name: name(active), column: column(over) }) : t('board.cancelled'),
    onDragCancel: () => t('board.cancelled'),
  };
  return { announcements, screenReaderInstructions: { draggable: t('board.instructions') } };
}
