import { bothConditions } from '#kernel/both-conditions.ts';
import type { FieldMeta, Meta, ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import type { AggregateQuery } from '#kernel/report/answer.ts';
import type { ListQuery } from '#web/api/record.ts';
import { ruleReads } from '#web/fields/use-states.ts';
import { type Column, selectOf } from '#web/views/columns.ts';

/** What a board shows. */
interface Shown {
  readonly view: ViewMeta;
  readonly columns: readonly Column[];
  readonly where: unknown;
  readonly sort: string | undefined;
  readonly q: string | undefined;
}

/** What comes along with the counts of a board: how the records are called by which it is grouped, and what is summed. */
export function comingAlong(meta: Meta, field: FieldMeta, { sum }: ViewMeta) {
  const target = field.choices ? undefined : (field.targets?.[0] ?? 'user');
  const nameField = meta.objects.find(({ name }) => name === target)?.nameField;
  return {
    namePath: nameField && `${field.name}.${nameField}`,
    sumKey: sum === undefined ? undefined : `sum(${sum})`,
  };
}

/** What a board asks for of its columns: counts and sums. */
export function columnsQuery(
  meta: Meta,
  field: FieldMeta,
  { view, where, q }: Omit<Shown, 'columns' | 'sort'>,
): AggregateQuery {
  const { namePath, sumKey } = comingAlong(meta, field, view);
  return {
    groupBy: [field.name, namePath].filter(Boolean).join(','),
    measures: ['count', sumKey].filter(Boolean).join(','),
    where,
    ...(q && { q }),
  };
}

/** What one column asks for: its first cards. */
export function cardsQuery(
  object: ObjectMeta,
  field: FieldMeta,
  value: string | null,
  { view, columns, where, sort, q }: Shown,
): ListQuery {
  return {
    where: bothConditions(where, { [field.name]: value }),
    select: selectOf(columns, [field.name, ...(view.sum ? [view.sum] : []), ...ruleReads(object)]),
    ...(sort && { sort }),
    ...(q && { q }),
    limit: 25,
  };
}
