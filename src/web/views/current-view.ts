import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import type { ListSearch } from '#web/routes/list-search.ts';

/** Where a view of each kind is shown. */
export const viewPaths = {
  table: '/$object',
  board: '/$object/board',
  calendar: '/$object/calendar',
} as const satisfies Record<ViewMeta['kind'], string>;

/**
 * The view that an address means. Without a name it is the first of its kind, unless the address brings a
 * condition of its own: then nothing but that condition may hide records.
 */
export function currentView(object: ObjectMeta, search: ListSearch, kind: ViewMeta['kind']): ViewMeta {
  const views = object.views.filter((view) => view.kind === kind);
  const named = views.find(({ name }) => name === search.view);
  if (named) return named;
  const first = views[0] ?? fallback(object);
  if (search.where === undefined) return first;
  return views.find(({ where }) => where === undefined) ?? withoutWhere(first);
}

function withoutWhere({ where: _hidden, ...view }: ViewMeta): ViewMeta {
  return view;
}

function fallback(object: ObjectMeta): ViewMeta {
  const columns = object.fields.slice(0, 7).map(({ name }) => name);
  return { name: 'all', label: object.plural, kind: 'table', columns };
}
