import { useDraggable } from '@dnd-kit/core';
import { Menu } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { MenuButton } from '#web/kit/menu-button.tsx';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import type { Column } from '#web/views/columns.ts';
import classes from './board.module.css';
import type { BoardGroup, Move } from './board-groups.ts';
import { CardFace } from './card-face.tsx';

interface BoardCardProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly columns: readonly Column[];
  readonly from: string | null;
  /** Where the card may go. */
  readonly targets: readonly BoardGroup[];
  readonly movable: boolean;
  onMove(move: Move): void;
}

/** A card to be dragged with mouse, finger or keys, or sent with its menu. */
export function BoardCard({ object, record, columns, from, targets, movable, onMove }: BoardCardProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: record.id,
    data: { record, from },
    disabled: !movable,
    attributes: { role: 'group', roleDescription: t('board.card') },
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card is no part of a form
    <div
      ref={setNodeRef}
      {...attributes}
      {...listeners}
      role="group"
      className={classes.card}
      data-dragging={isDragging || undefined}
      data-movable={movable || undefined}
      aria-label={String(record[object.nameField] ?? '')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && !isDragging) {
          navigate({ to: '/$object/$id', params: { object: object.name, id: record.id } });
        } else if (event.target === event.currentTarget) {
          listeners?.onKeyDown?.(event);
        }
      }}
    >
      <CardFace object={object} record={record} columns={columns} />
      {movable && targets.length > 0 && (
        <MenuButton
          label={t('board.moveTo')}
          icon={<IconArrowRight size={14} />}
          className={classes.send}
          size={24}
          position="bottom-end"
          onPointerDown={(event) => event.stopPropagation()}
        >
          {() => (
            <>
              <Menu.Label>{t('board.moveTo')}</Menu.Label>
              {targets.map((target) => (
                <Menu.Item key={target.value} onClick={() => onMove({ record, from, to: target.value })}>
                  <StatusBadge color={target.color}>{target.label}</StatusBadge>
                </Menu.Item>
              ))}
            </>
          )}
        </MenuButton>
      )}
    </div>
  );
}
