import type { FieldsOf, Path } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Where } from './where.ts';

type FieldName<Name extends ObjectName> = Extract<keyof FieldsOf<Name>, string>;

/** In which shape records are shown together. */
export const viewKinds = ['table', 'board', 'calendar', 'gallery', 'split', 'timeline', 'map'] as const;

export type ViewKind = (typeof viewKinds)[number];

/** How records of one object are seen: by everyone, or until a person saves a view of his own. */
export interface View<Name extends ObjectName = ObjectName> {
  readonly name: string;
  readonly kind: ViewKind;
  readonly columns: readonly Path<Name>[];
  readonly where?: Where<Name>;
  readonly sort?: string;
  readonly groupBy?: FieldName<Name>;
  /** Bars along the days: the date with which they end, and the field that names what each comes after. */
  readonly ends?: FieldName<Name>;
  readonly after?: FieldName<Name>;
  readonly sum?: FieldName<Name>;
}

/** The record page: the strip at its top, the sections below, the choice field shown as a path, what it opens on. */
export interface Page<Name extends ObjectName = ObjectName> {
  readonly highlights?: readonly Path<Name>[];
  readonly sections?: Readonly<Record<string, readonly FieldName<Name>[]>>;
  readonly path?: FieldName<Name>;
  /** What comes first where not everything has room: what happened, unless what belongs to a record is the point of it. */
  readonly opensOn?: 'timeline' | 'related';
  /** Further related lists, of records that point here by way of others. */
  readonly related?: readonly RelatedBy[];
}

/** Records that point somewhere by a path of references, such as `member.team`. Objects by their qualified names. */
export interface RelatedBy {
  readonly object: ObjectName;
  readonly by: string;
}

export interface Views<Name extends ObjectName = ObjectName> {
  readonly object: Name;
  readonly views: readonly View<Name>[];
  readonly page?: Page<Name>;
}

export function defineViews<const Name extends ObjectName>(
  object: Name,
  views: readonly View<Name>[],
  page?: Page<Name>,
): Views {
  return Object.freeze({ object, views, page }) as unknown as Views;
}
