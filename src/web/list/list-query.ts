import type { ObjectMeta } from '#kernel/meta.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import type { ListQuery } from '#web/api/record.ts';
import { ruleReads } from '#web/fields/use-states.ts';
import { type Column, selectOf } from '#web/views/columns.ts';
import type { Grouping } from './table/grouping.ts';

/** What a table shows. */
interface Listed {
  readonly columns: readonly Column[];
  readonly grouping: Grouping | undefined;
  readonly where: unknown;
  readonly sort: string | undefined;
  readonly q: string | undefined;
  readonly colors: readonly ColorRule[] | undefined;
}

/** How many records come after those that are there at once. */
export const further = 240;

/** What a table asks for. */
export function listQuery(
  object: ObjectMeta,
  { columns, grouping, where, sort, q, colors }: Listed,
): ListQuery {
  const select = selectOf(columns, [...(grouping ? [grouping.column.path] : []), ...ruleReads(object)]);
  return {
    ...{ where, select, limit: 60, count: true },
    ...(sort && { sort }),
    ...(q && { q }),
    ...(colors && { marks: colors.map((rule) => rule.where) }),
  };
}
