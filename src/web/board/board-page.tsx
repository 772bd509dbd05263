import { useParams } from '@tanstack/react-router';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useMeta, useObjectMeta } from '#web/api/queries.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { FailedList, ListSkeleton } from '#web/list/list-message.tsx';
import listClasses from '#web/list/list-page.module.css';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { MoreFieldsHost } from '#web/views/changing/more-fields-host.tsx';
import { canBeShownAs } from '#web/views/current-view.ts';
import { useViewState } from '#web/views/use-view-state.ts';
import { ViewHeader } from '#web/views/view-header.tsx';
import { Board } from './board.tsx';
import { useBoard } from './use-board.ts';
import { useMoves } from './use-moves.ts';

/** The records of one object as cards in columns. */
export function BoardPage() {
  const { object: name = '' } = useParams({ strict: false });
  const meta = useMeta();
  const object = useObjectMeta(name);
  return object && canBeShownAs(meta, object, 'board') ? (
    <BoardOf key={name} object={object} />
  ) : (
    <NotFoundPage />
  );
}

function BoardOf({ object }: { object: ObjectMeta }) {
  const state = useViewState(object, 'board');
  const field = object.fields.find(({ name }) => name === state.view.groupBy);
  return field ? <GroupedBoard object={object} field={field} state={state} /> : <NotFoundPage />;
}

interface GroupedBoardProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly state: ReturnType<typeof useViewState>;
}

function GroupedBoard({ object, field, state }: GroupedBoardProps) {
  const board = useBoard(object, field, state);
  const { moves, move } = useMoves(object, field.name);
  useTitle(`${state.view.label} · ${object.plural}`);
  return (
    <div className={listClasses.page}>
      <ViewHeader object={object} state={state} count={board.total} />
      {board.waiting ? (
        <ListSkeleton />
      ) : board.error && board.total === undefined ? (
        <FailedList error={board.error} onRetry={() => window.location.reload()} />
      ) : (
        <Board
          object={object}
          field={field}
          groups={board.groups}
          state={state}
          moves={moves}
          onMove={move}
        />
      )}
      <MoreFieldsHost />
    </div>
  );
}
