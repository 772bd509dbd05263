import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useAggregate, useMeta } from '#web/api/queries.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import { type BoardGroup, boardGroups } from './board-groups.ts';

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
  const target = field.choices ? undefined : (field.targets?.[0] ?? 'user');
  const nameField = meta.objects.find(({ name }) => name === target)?.nameField;
  const namePath = nameField && `${field.name}.${nameField}`;
  const sumKey = view.sum === undefined ? undefined : `sum(${view.sum})`;
  const answer = useAggregate(object.name, {
    groupBy: [field.name, namePath].filter(Boolean).join(','),
    measures: ['count', sumKey].filter(Boolean).join(','),
    where,
    ...(search.q && { q: search.q }),
  });
  const groups = boardGroups(answer.data ?? [], { field, namePath, sumKey, nobody: t('board.nobody') });
  return {
    field,
    groups,
    total: answer.data && groups.reduce((sum, { count }) => sum + count, 0),
    waiting: answer.isPending,
    error: answer.error,
  };
}
