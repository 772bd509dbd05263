import { DndContext, type DragEndEvent, DragOverlay } from '@dnd-kit/core';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useStates } from '#web/fields/use-states.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import classes from './board.module.css';
import { BoardColumn } from './board-column.tsx';
import { type BoardGroup, isOffered, type Move, mayMove } from './board-groups.ts';
import { columnUnder, useBoardSensors } from './board-sensors.ts';
import { CardFace } from './card-face.tsx';
import { useColumnLetGoOver } from './column-let-go-over.ts';
import { useAnnouncements } from './use-announcements.ts';

interface BoardProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly groups: readonly BoardGroup[];
  readonly state: ViewState;
  readonly moves: readonly Move[];
  onMove(move: Move): void;
}

/** A card and where it is taken from. */
type Card = Omit<Move, 'to'>;

/** The columns and the card that is being dragged between them. */
export function Board({ object, field, groups, state, moves, onMove }: BoardProps) {
  const [dragged, setDragged] = useState<Card>();
  const states = useStates(object);
  const sensors = useBoardSensors();
  const accessibility = useAnnouncements(object);
  const columnLetGoOver = useColumnLetGoOver();
  const drop = ({ active, over, activatorEvent }: DragEndEvent) => {
    const card = active.data.current as Card;
    const column = activatorEvent instanceof KeyboardEvent ? undefined : columnLetGoOver();
    const target =
      groups.find(({ value }) => (value ?? '') === column) ??
      (over?.data.current?.group as BoardGroup | undefined);
    setDragged(undefined);
    if (
      target &&
      mayMove(field, card.from, target.value) &&
      isOffered(field, states(card.record), target.value)
    )
      onMove({ ...card, to: target.value });
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={columnUnder}
      accessibility={accessibility}
      onDragStart={({ active }) => setDragged(active.data.current as Card)}
      onDragEnd={drop}
      onDragCancel={() => setDragged(undefined)}
    >
      <div className={classes.board} data-scroll-restoration-id={`board.${object.name}`}>
        {groups.map((group) => (
          <BoardColumn
            key={group.value}
            object={object}
            field={field}
            state={state}
            group={group}
            groups={groups}
            moves={moves}
            dragged={dragged}
            onMove={onMove}
          />
        ))}
      </div>
      {createPortal(
        <DragOverlay dropAnimation={null}>
          {dragged && (
            <div className={classes.card} data-lifted>
              <CardFace object={object} record={dragged.record} columns={state.columns} />
            </div>
          )}
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}
