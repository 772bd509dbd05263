import type { Complaint } from '../problem.ts';
import { isObject, isText, listOf, oneOf, type Shape, shapeFaults } from '../shape.ts';

/** How a company lays out the record page of an object: for whom, for which types of record, and how. */
export interface PageLayout {
  readonly object: string;
  readonly name: string;
  /** Those who see it so; empty for everybody. */
  readonly roles: readonly string[] | null;
  /** The types of record that are shown so; empty for all. */
  readonly recordTypes: readonly string[] | null;
  readonly settings: LayoutSettings | null;
}

/** What is where on a record page. Fields are named by their paths, related lists as `object.field`. */
export interface LayoutSettings {
  /** The strip at the top. */
  readonly highlights?: readonly string[];
  /** The column that is always in sight, called `beside`, and the tabs. */
  readonly areas?: readonly LayoutArea[];
  /** Fields that are meant to be on no page. */
  readonly away?: readonly string[];
}

/** A column or a tab. */
export interface LayoutArea {
  readonly name: string;
  readonly zh?: string;
  readonly en?: string;
  readonly parts: readonly LayoutPart[];
}

export type LayoutPart =
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly zh?: string;
      readonly en?: string;
      readonly columns?: number;
      /** Asked at once in the form of a new record. */
      readonly asked?: boolean;
      readonly fields: readonly string[];
    }
  | { readonly kind: 'related'; readonly list: string }
  | { readonly kind: 'panel'; readonly panel: LayoutPanel };

/** What is no list of fields: what happened, all related lists without a place of their own, files, the form for strangers. */
export const layoutPanels = ['timeline', 'related', 'files', 'publish'] as const;
export type LayoutPanel = (typeof layoutPanels)[number];

/** The name of the column that is always in sight. */
export const besideArea = 'beside';

const isSaid: Shape = (value) => value === undefined || isText(value);

const isPart: Shape = (value) => {
  const part = (isObject(value) ? value : {}) as Readonly<Record<string, unknown>>;
  if (part.kind === 'related') return isText(part.list);
  if (part.kind === 'panel') return oneOf(layoutPanels)(part.panel);
  return (
    part.kind === 'section' &&
    isText(part.name) &&
    [part.zh, part.en].every(isSaid) &&
    [undefined, 1, 2].includes(part.columns as never) &&
    [undefined, true, false].includes(part.asked as never) &&
    listOf(isText, mostFields)(part.fields)
  );
};

const isArea: Shape = (value) => {
  const { name, zh, en, parts } = (isObject(value) ? value : {}) as Partial<LayoutArea>;
  return isText(name) && [zh, en].every(isSaid) && listOf(isPart, 60)(parts);
};

const mostFields = 500;

const shapes: Readonly<Record<keyof LayoutSettings, Shape>> = {
  highlights: listOf(isText, 12),
  areas: listOf(isArea, 12),
  away: listOf(isText, mostFields),
};

/** What is wrong with a layout that somebody wants to keep. Fields that it names need not be there: they may come back. */
export function layoutSettingsFaults(settings: unknown, field: string): readonly Complaint[] {
  const faults = shapeFaults(settings, shapes, field, 'notALayout');
  if (faults.length > 0) return faults;
  const { areas = [] } = settings as LayoutSettings;
  const names = areas.map(({ name }) => name);
  const sections = areas.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'section' ? part.name : [])),
  );
  const twice = [names, sections].some((some) => new Set(some).size < some.length);
  return twice ? [{ field: `${field}.areas`, code: 'notUnique' }] : [];
}
