import type { FieldMeta, Meta, ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import type { ViewKind } from '#kernel/view.ts';
import { placePaths } from './place-paths.ts';

/** Where a view of each kind is shown. */
export const viewPaths = {
  table: '/$object',
  board: '/$object/board',
  calendar: '/$object/calendar',
  gallery: '/$object/gallery',
  split: '/$object/split',
  timeline: '/$object/timeline',
  map: '/$object/map',
} as const satisfies Record<ViewKind, string>;

/** The types of field by which the shapes that need one put records in their places. */
const groupTypes: Readonly<Partial<Record<ViewKind, readonly string[]>>> = {
  board: ['choice'],
  calendar: ['date', 'dateTime'],
  timeline: ['date', 'dateTime'],
};

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
export function canBeShownAs(meta: Meta, object: ObjectMeta, kind: ViewKind): boolean {
  if (kind === 'map') return placePaths(meta, object).length > 0;
  return !(kind in groupTypes) || fallback(object, kind).groupBy !== undefined;
}

function withoutWhere({ where: _hidden, ...view }: ViewMeta): ViewMeta {
  return view;
}

/** What is shown where no view of this kind is declared: what the table of all records shows, by the first field that will do. */
function fallback(object: ObjectMeta, kind: ViewKind): ViewMeta {
  const tables = object.views.filter((view) => view.kind === 'table');
  const all = tables.find(({ name }) => name === 'all') ?? tables.find(({ where }) => where === undefined);
  const columns = (all ?? tables[0])?.columns ?? object.fields.slice(0, 7).map(({ name }) => name);
  const by = groupFields(object, kind)[0];
  return {
    ...{ name: 'all', label: all?.label ?? object.plural, kind, columns },
    ...(all?.where !== undefined && { where: all.where }),
    ...(by && { groupBy: by.name }),
  };
}

/** The fields by which records can be put into the columns of a board or the days of a calendar. */
export function groupFields(object: ObjectMeta, kind: ViewKind): readonly FieldMeta[] {
  const types = groupTypes[kind] ?? [];
  const stamps = ['createdAt', 'updatedAt'];
  const fitting = object.fields.filter(({ type, name }) => types.includes(type) && !stamps.includes(name));
  // The day on which a record was made always will do, after those that say what it is about.
  return kind === 'board'
    ? fitting
    : [...fitting, ...object.fields.filter(({ name }) => name === 'createdAt')];
}
