import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import type { ListQuery } from '#web/api/record.ts';
import { columnsFor, selectOf } from '#web/views/columns.ts';
import type { PersonalView } from './personal-views.ts';

/** What is worth counting on the start page: what things are about. */
export function subjectsOf(meta: Meta): readonly ObjectMeta[] {
  const listed = new Set(meta.navigation.flatMap(({ objects }) => objects));
  return meta.objects.filter(({ traits, name }) => traits.includes('regardable') && listed.has(name));
}

/** As a condition: what came this week. */
export const thisWeek = { createdAt: { in: 'thisWeek' } };

/** What a tile asks for: how many there are, and how many came this week. */
export const tileQueries = [{ measures: 'count' }, { measures: 'count', where: thisWeek }] as const;

/** What a panel asks for: the first records of a view, and how many there are. */
export function personalQuery(meta: Meta, { object, view, due }: PersonalView): ListQuery {
  const columns = columnsFor(meta, object, view.columns);
  return {
    where: view.where,
    select: selectOf(columns, due ? [due] : []),
    ...(view.sort && { sort: view.sort }),
    limit: 7,
    count: true,
  };
}
