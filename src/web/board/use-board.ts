import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useAggregate, useMeta } from '#web/api/queries.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import { type BoardGroup, boardGroups } from './board-groups.ts';
import { columnsQuery, comingAlong } from './board-query.ts';

export interface Board {
  readonly field: FieldMeta;
  readonly groups: readonly BoardGroup[];
  readonly total: number | undefined;
  readonly waiting: boolean;
  readonly error: Error | null;
}

/** The columns of a board with their counts and sums. */
export function useBoard(object: ObjectMeta, field: FieldMeta, state: ViewState): Board {
  const { t } = useTranslation();
  const meta = useMeta();
  const { view, where, search } = state;
  const answer = useAggregate(object.name, columnsQuery(meta, field, { view, where, q: search.q }));
  const groups = boardGroups(answer.data ?? [], {
    field,
    ...comingAlong(meta, field, view),
    nobody: t('board.nobody'),
  });
  return {
    field,
    groups,
    total: answer.data && groups.reduce((sum, { count }) => sum + count, 0),
    waiting: answer.isPending,
    error: answer.error,
  };
}
