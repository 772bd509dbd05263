import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { tileReport } from './tile-reports.ts';

/** What is read aloud while a tile is moved with the keyboard. */
export function useTileAnnouncements(tiles: readonly RecordJson[]) {
  const { t } = useTranslation();
  const meta = useMeta();
  const carried = useRef(false);
  const place = (id: UniqueIdentifier) => tiles.findIndex((tile) => tile.id === id) + 1;
  const said = (text: 'lifted' | 'over' | 'dropped', id: UniqueIdentifier, at: UniqueIdentifier) => {
    const tile = tiles.find((each) => each.id === id);
    const { name = '' } = tile ? tileReport(meta, tile) : {};
    return t(`reports.moving.${text}`, { name, place: place(at), number: tiles.length });
  };
  const announcements: Announcements = {
    onDragStart({ active }) {
      carried.current = false;
      return said('lifted', active.id, active.id);
    },
    onDragOver({ active, over }) {
      // Where it was lifted it lies over itself, which would drown that it was.
      carried.current ||= over !== null && over.id !== active.id;
      return over && carried.current ? said('over', active.id, over.id) : undefined;
    },
    onDragEnd: ({ active, over }) =>
      over ? said('dropped', active.id, over.id) : t('reports.moving.cancelled'),
    onDragCancel: () => t('reports.moving.cancelled'),
  };
  return { announcements, screenReaderInstructions: { draggable: t('reports.moving.instructions') } };
}
