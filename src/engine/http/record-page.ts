import type { LayoutPartMeta, PageMeta, RelatedMeta } from '#kernel/meta.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { besideArea, type LayoutPart, type PageLayout } from '#kernel/run-time/page-layout.ts';
import { shownField } from '../access/rights.ts';
import type { Context } from '../records/context.ts';
import type { Labels } from './labels.ts';

/** What a page is made of besides how it is laid out. */
interface PageOf {
  readonly context: Context;
  readonly object: ObjectModel;
  readonly labels: Labels;
  readonly related: readonly RelatedMeta[];
}

type Page = Omit<PageMeta, 'composer'>;

/** The record page of an object as this person sees records of a type: by the first layout that fits, or as declared. */
export function recordPage(of: PageOf, type?: string): Page {
  const { context, object } = of;
  const layout = object.layouts?.find((one) => fits(one, context.actor.roles, type));
  return layout === undefined ? declaredPage(of) : laidOutPage(of, layout);
}

function fits({ roles, recordTypes }: PageLayout, own: readonly string[], type: string | undefined): boolean {
  const forThem = !roles?.length || roles.some((role) => own.includes(role));
  return forThem && (!recordTypes?.length || (type !== undefined && recordTypes.includes(type)));
}

function declaredPage({ context, object, labels }: PageOf): Page {
  const { page } = object.views ?? {};
  return {
    highlights: (page?.highlights ?? []).filter((path) => shown(context, object, path)),
    sections: Object.entries(declaredSections(context, object)).map(([name, fields]) => ({
      ...{ name, label: labels.section(object, name), fields },
    })),
    ...(page?.path === undefined ? {} : { path: page.path as string }),
    opensOn: page?.opensOn ?? 'timeline',
  };
}

function declaredSections(
  context: Context,
  object: ObjectModel,
): Readonly<Record<string, readonly string[]>> {
  const stored = () => [...object.fields.keys()].filter((name) => shown(context, object, name));
  return object.views?.page?.sections ?? { details: stored() };
}

/** What the declared page shows and the layout neither places nor puts away comes last, so that nothing is lost. */
function laidOutPage(of: PageOf, { name, settings }: PageLayout): Page {
  const { context, object, labels, related } = of;
  const { areas = [], away = [], highlights = [] } = settings ?? {};
  const sectionsIn = areas.flatMap(({ parts }) => parts.filter((part) => part.kind === 'section'));
  const placed = new Set([...sectionsIn.flatMap(({ fields }) => fields), ...away]);
  const declared = Object.values(declaredSections(context, object)).flat();
  const left = declared.filter((field) => !placed.has(field) && shown(context, object, field));
  const more = left.length > 0 ? [moreOf(object, labels, left)] : [];
  const called = (zh: string | undefined, en: string | undefined, otherwise: string) =>
    (context.actor.locale === 'en' ? en || zh : zh || en) || otherwise;
  const known = (part: LayoutPart): readonly LayoutPartMeta[] => {
    if (part.kind === 'section') return [{ section: part.name }];
    if (part.kind === 'panel') return [{ panel: part.panel }];
    const there = related.some(({ object: from, field }) => `${from}.${field}` === part.list);
    return there ? [{ related: part.list }] : [];
  };
  const parts = (some: readonly LayoutPart[]) => some.flatMap(known);
  const last = more.map((section) => ({ section: section.name }));
  const beside = areas.find((area) => area.name === besideArea);
  const tabs = areas.filter((area) => area !== beside);
  return {
    ...declaredPage(of),
    highlights: highlights.filter((path) => shown(context, object, path)),
    sections: [
      ...sectionsIn.map(({ name: section, zh, en, columns, asked, fields }) => ({
        ...{ name: section, label: called(zh, en, labels.section(object, section)) },
        fields: fields.filter((field) => shown(context, object, field)),
        ...(columns === 2 && { columns }),
        ...(asked && { asked }),
      })),
      ...more,
    ],
    layout: {
      name,
      beside: [...parts(beside?.parts ?? []), ...(beside || tabs.length === 0 ? last : [])],
      tabs: tabs.map((tab, place) => ({
        name: tab.name,
        label: called(tab.zh, tab.en, ''),
        parts: [...parts(tab.parts), ...(beside === undefined && place === 0 ? last : [])],
      })),
    },
  };
}

function moreOf(object: ObjectModel, labels: Labels, fields: readonly string[]) {
  return { name: 'furtherFields', label: labels.section(object, 'more'), fields };
}

function shown({ registry, actor }: Context, object: ObjectModel, path: string): boolean {
  return shownField(registry, object, path, actor) !== undefined;
}
