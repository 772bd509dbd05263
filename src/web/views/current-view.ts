import type { FieldMeta, ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import type { ViewKind } from '#kernel/view.ts';

/** Where a view of each kind is shown. */
export const viewPaths = {
  table: '/$object',
  board: '/$object/board',
  calendar: '/$object/calendar',
} as const satisfies Record<ViewKind, string>;

/** What an address tells of which view is meant. */
interface Asked {
  readonly view?: string | undefined;
  readonly where?: unknown;
}

/**
 * The declared view that an address means. Without a name it is the first of its kind, unless the address brings a
 * condition of its own: then nothing but that condition may hide records.
 */
export function currentView(object: ObjectMeta, asked: Asked, kind: ViewKind): ViewMeta {
  const views = object.views.filter((view) => view.kind === kind);
  const named = views.find(({ name }) => name === asked.view);
  if (named) return named;
  const first = views[0] ?? fallback(object, kind);
  if (asked.where === undefined) return first;
  return views.find(({ where }) => where === undefined) ?? withoutWhere(first);
}

/** Whether records of an object can be shown in this shape at all. */
export function canBeShownAs(object: ObjectMeta, kind: ViewKind): boolean {
  return kind === 'table' || fallback(object, kind).groupBy !== undefined;
}

function withoutWhere({ where: _hidden, ...view }: ViewMeta): ViewMeta {
  return view;
}

/** What is shown where no view of this kind is declared: all records, by the first field that will do. */
function fallback(object: ObjectMeta, kind: ViewKind): ViewMeta {
  const table = object.views.find((view) => view.kind === 'table' && view.where === undefined);
  const columns = table?.columns ?? object.fields.slice(0, 7).map(({ name }) => name);
  const all = { name: 'all', label: table?.label ?? object.plural, kind, columns };
  const by = groupFields(object, kind)[0];
  return by ? { ...all, groupBy: by.name } : all;
}

/** The fields by which records can be put into the columns of a board or the days of a calendar. */
export function groupFields(object: ObjectMeta, kind: ViewKind): readonly FieldMeta[] {
  const types = { table: [], board: ['choice'], calendar: ['date', 'dateTime'] }[kind] as readonly string[];
  const stamps = ['createdAt', 'updatedAt'];
  const fitting = object.fields.filter(({ type, name }) => types.includes(type) && !stamps.includes(name));
  return kind === 'calendar' && fitting.length === 0
    ? object.fields.filter(({ name }) => name === 'createdAt')
    : fitting;
}
