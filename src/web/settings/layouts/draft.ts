import type { ObjectMeta, PageMeta } from '#kernel/meta.ts';
import {
  besideArea,
  type LayoutArea,
  type LayoutPart,
  type LayoutSettings,
} from '#kernel/run-time/page-layout.ts';

/** A layout while somebody works on it. */
export interface LayoutDraft {
  readonly highlights: readonly string[];
  readonly areas: readonly LayoutArea[];
}

export type SectionPart = Extract<LayoutPart, { kind: 'section' }>;

/** Where fields can be: the strip at the top, off the page, or a section by its name. */
export const strip = '$strip';
export const offPage = '$away';

/** What tells a part from the others of a page. */
export function partKey(part: LayoutPart): string {
  if (part.kind === 'section') return `section ${part.name}`;
  return part.kind === 'related' ? `related ${part.list}` : `panel ${part.panel}`;
}

/** A draft that is what the page is now; what has come since the layout was kept stands in a last section, as it is seen. */
export function draftOf(page: PageMeta, settings: LayoutSettings | null): LayoutDraft {
  const { highlights = [...page.highlights], areas } = settings ?? {};
  if (areas !== undefined) return { highlights, areas: withWhatIsNew(areas, page, settings?.away ?? []) };
  const sections = page.sections.map(({ name, fields }): SectionPart => ({ kind: 'section', name, fields }));
  const panels: readonly LayoutPart[] = [{ kind: 'panel', panel: 'timeline' }];
  return {
    highlights,
    areas: [
      { name: besideArea, parts: [{ kind: 'panel', panel: 'files' }, ...sections] },
      { name: 'timeline', parts: panels },
      { name: 'related', parts: [{ kind: 'panel', panel: 'related' }] },
    ],
  };
}

/** What the declared page shows, and the layout neither places nor has put away. */
function withWhatIsNew(
  areas: readonly LayoutArea[],
  page: PageMeta,
  away: readonly string[],
): readonly LayoutArea[] {
  const sections = sectionsOf(areas);
  const known = new Set([...sections.flatMap(({ fields }) => fields), ...away]);
  const fields = page.sections.flatMap((section) => section.fields).filter((name) => !known.has(name));
  if (fields.length === 0) return areas;
  const name = freeName(
    'more',
    sections.map((section) => section.name),
  );
  const last: SectionPart = { kind: 'section', name, zh: '更多信息', en: 'More', fields };
  const place = areas.find((area) => area.name === besideArea) ?? areas[0];
  if (place === undefined) return [{ name: besideArea, parts: [last] }];
  return areas.map((area) => (area === place ? { ...area, parts: [...area.parts, last] } : area));
}

/** What is kept of a draft: fields of the object that it does not place are put away. */
export function settingsOf({ highlights, areas }: LayoutDraft, object: ObjectMeta): LayoutSettings {
  const placed = new Set(sectionsOf(areas).flatMap(({ fields }) => fields));
  const away = object.fields.map(({ name }) => name).filter((name) => !placed.has(name));
  return { highlights, areas, away };
}

export function sectionsOf(areas: readonly LayoutArea[]): readonly SectionPart[] {
  return areas.flatMap(({ parts }) => parts.filter((part) => part.kind === 'section'));
}

/** The fields in the strip or in a section. */
export function fieldsIn({ highlights, areas }: LayoutDraft, place: string): readonly string[] {
  if (place === strip) return highlights;
  return sectionsOf(areas).find(({ name }) => name === place)?.fields ?? [];
}

/**
 * The draft with a field at a place. It is in one section at most; what stands in the strip may stand in a section too,
 * so that a field that comes from a section is in both then.
 */
export function withField(
  draft: LayoutDraft,
  field: string,
  from: string,
  to: string,
  at = Number.POSITIVE_INFINITY,
): LayoutDraft {
  if (to === strip || from === strip) {
    const { highlights } = draft;
    const moved = {
      ...draft,
      highlights: to === strip ? put(highlights, field, at) : without(highlights, field),
    };
    return to === strip || to === offPage ? moved : withField(moved, field, offPage, to, at);
  }
  return {
    ...draft,
    areas: eachSection(draft.areas, (section) => ({
      ...section,
      fields: section.name === to ? put(section.fields, field, at) : without(section.fields, field),
    })),
  };
}

/** The draft with a part in an area, or nowhere. */
export function withPart(
  draft: LayoutDraft,
  part: LayoutPart,
  area: string,
  at = Number.POSITIVE_INFINITY,
): LayoutDraft {
  const key = partKey(part);
  return {
    ...draft,
    areas: draft.areas.map(({ parts, ...rest }) => {
      const others = parts.filter((one) => partKey(one) !== key);
      const before = parts.findIndex((one) => partKey(one) === key);
      const place = before >= 0 && before < at ? at - 1 : at;
      return { ...rest, parts: rest.name === area ? others.toSpliced(place, 0, part) : others };
    }),
  };
}

/** The draft with something else said of a section: its titles, its columns. */
export function withSection(draft: LayoutDraft, name: string, said: Partial<SectionPart>): LayoutDraft {
  const areas = eachSection(draft.areas, (section) =>
    section.name === name ? { ...section, ...said } : section,
  );
  return { ...draft, areas };
}

/** The draft with something else said of a tab. */
export function withArea(draft: LayoutDraft, name: string, said: Partial<LayoutArea>): LayoutDraft {
  const areas = draft.areas.map((area) => (area.name === name ? { ...area, ...said } : area));
  return { ...draft, areas };
}

/** The draft with a tab at another place among the tabs, or at the end when it is new. */
export function withTabAt(draft: LayoutDraft, tab: LayoutArea, at: number): LayoutDraft {
  const others = draft.areas.filter(({ name }) => name !== tab.name);
  const first = others.findIndex(({ name }) => name !== besideArea);
  const start = first < 0 ? others.length : first;
  return { ...draft, areas: others.toSpliced(start + at, 0, tab) };
}

export function withoutArea(draft: LayoutDraft, name: string): LayoutDraft {
  return { ...draft, areas: draft.areas.filter((area) => area.name !== name) };
}

/** A name that no other has: `section3`. */
export function freeName(kind: string, used: readonly string[]): string {
  let number = used.length + 1;
  while (used.includes(`${kind}${number}`)) number += 1;
  return `${kind}${number}`;
}

function eachSection(
  areas: readonly LayoutArea[],
  change: (section: SectionPart) => SectionPart,
): readonly LayoutArea[] {
  return areas.map((area) => ({
    ...area,
    parts: area.parts.map((part) => (part.kind === 'section' ? change(part) : part)),
  }));
}

function put(list: readonly string[], one: string, at: number): readonly string[] {
  const before = list.indexOf(one);
  return without(list, one).toSpliced(before >= 0 && before < at ? at - 1 : at, 0, one);
}

function without(list: readonly string[], one: string): readonly string[] {
  return list.filter((each) => each !== one);
}
