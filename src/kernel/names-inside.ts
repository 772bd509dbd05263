import { conditionNow } from './condition-names.ts';
import { textsCompared } from './expression/text/texts-compared.ts';
import { withPaths } from './expression/text/with-paths.ts';
import type { NamesInside, RollupOptions } from './field/field.ts';
import { formerNames } from './former-names.ts';
import type { Naming } from './naming.ts';
import type { Registry } from './registry.ts';
import type { ReportSettings } from './report-settings.ts';
import { stepsNow, triggerNow } from './run-time/automation-names.ts';
import type { LayoutPart, LayoutSettings } from './run-time/page-layout.ts';
import { typeField } from './run-time/record-type.ts';
import { isObject } from './shape.ts';
import type { ViewSettings } from './view-settings.ts';
import type { WebhookTopic } from './webhook-topic.ts';

type Json = Readonly<Record<string, unknown>>;

/** A value of a record with the fields that it names called as they are called now; the rest stays. */
export function withNamesOfNow(
  registry: Registry,
  names: NamesInside,
  record: Json,
  value: unknown,
): unknown {
  return withNames(namesOfNow(registry), names, record, value);
}

/** A value of a record with every name in it as `now` has it. */
export function withNames(now: Naming, names: NamesInside, record: Json, value: unknown): unknown {
  const own = 'of' in names ? now.object(String(record[names.of])) : '';
  if (names.as === 'expression') return typeof value === 'string' ? expressionNow(now, own, value) : value;
  if (names.as === 'paths' && Array.isArray(value)) return value.map((path) => now.path(own, String(path)));
  if (names.as === 'topics') return Array.isArray(value) ? value.map((one) => topicNow(now, one)) : value;
  if (names.as === 'steps' && Array.isArray(value)) return stepsNow(value, own, now);
  if (names.as === 'types') now.choice?.(own, typeField, value);
  if (names.as === 'offers') offersMet(now, own, record, value);
  if (names.as === 'types' || names.as === 'offers' || !isObject(value)) return value;
  if (names.as === 'rollup') return rollupNow(now, value);
  if (names.as === 'trigger') return triggerNow(value, own, now);
  if (names.as === 'keys' || names.as === 'limits') {
    if (names.as === 'limits') for (const [path, one] of Object.entries(value)) now.choice?.(own, path, one);
    return keysNow(now, own, value);
  }
  if (names.as === 'report') return reportNow(now, own, value);
  if (names.as === 'layout') return layoutNow(now, own, value);
  return names.as === 'view' ? viewNow(now, own, value) : conditionNow(now, own, value);
}

/** A path with each step called as it is called now, followed as far as it leads. */
export function pathNow(registry: Registry, object: string, path: string): string {
  const [first = '', ...rest] = path.split('.');
  const name = formerNames(registry).field(object, first);
  if (rest.length === 0) return name;
  const target = targetOf(registry, object, name);
  return `${name}.${target === undefined ? rest.join('.') : pathNow(registry, target, rest.join('.'))}`;
}

function namesOfNow(registry: Registry): Naming {
  return {
    object: (name) => formerNames(registry).object(name),
    path: (object, path) => pathNow(registry, object, path),
    target: (object, path) => targetOf(registry, object, path),
  };
}

/** The object of the records to which a path of references leads. */
export function targetOf(registry: Registry, object: string, path: string): string | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = registry.objects.get(object)?.allFields.get(first);
  const target = field?.target ?? (field?.type === 'user' ? registry.people : undefined);
  return target === undefined || rest.length === 0 ? target : targetOf(registry, target, rest.join('.'));
}

/** The choices of a rule, which its first field has, and those of the field on which they depend. */
function offersMet(now: Naming, own: string, record: Json, value: unknown): void {
  const [field = ''] = Array.isArray(record.affects) ? record.affects : [];
  now.choice?.(own, String(field), value);
  if (isObject(value)) now.choice?.(own, String(record.condition ?? '').trim(), Object.keys(value));
}

function keysNow(now: Naming, object: string, value: Json): Json {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [now.path(object, key), one]));
}

function viewNow(now: Naming, object: string, value: Json): Json {
  const named = (path: string) => now.path(object, path);
  const { where, sort, columns, widths, group, ends, after, totals, colors } = value as ViewSettings;
  const colored = colors?.map((rule) => ({
    ...rule,
    where: conditionNow(now, object, rule.where),
    ...(rule.column !== undefined && { column: named(rule.column) }),
  }));
  return {
    ...value,
    ...(where !== undefined && { where: conditionNow(now, object, where) }),
    ...(sort !== undefined && { sort: sort.replace(/[^,-][^,]*/g, named) }),
    ...(columns !== undefined && { columns: columns.map(named) }),
    ...(widths !== undefined && { widths: keysNow(now, object, { ...widths }) }),
    ...(group !== undefined && { group: named(group) }),
    ...(ends !== undefined && { ends: named(ends) }),
    ...(after !== undefined && { after: named(after) }),
    ...(totals !== undefined && { totals: keysNow(now, object, { ...totals }) }),
    ...(colored !== undefined && { colors: colored }),
  };
}

function reportNow(now: Naming, object: string, value: Json): Json {
  const named = (path: string) => now.path(object, path);
  const measure = (text: string) => text.replace(/\(([^)]*)\)/, (_, path: string) => `(${named(path)})`);
  const { where, rows, columns, measures, period, sortBy } = value as ReportSettings;
  return {
    ...value,
    ...(where !== undefined && { where: conditionNow(now, object, where) }),
    ...(rows !== undefined && { rows: rows.map(named) }),
    ...(columns !== undefined && { columns: measure(named(columns)) }),
    ...(measures !== undefined && { measures: measures.map(measure) }),
    ...(period !== undefined && { period: { ...period, field: named(period.field) } }),
    ...(sortBy !== undefined && { sortBy: measure(sortBy) }),
  };
}

function layoutNow(now: Naming, object: string, value: Json): Json {
  const named = (path: string) => now.path(object, path);
  const partNow = (part: LayoutPart): LayoutPart => {
    if (part.kind === 'section') return { ...part, fields: part.fields.map(named) };
    if (part.kind === 'panel') return part;
    const [other = '', ...by] = part.list.split('.');
    const name = now.object(other);
    return { ...part, list: `${name}.${now.path(name, by.join('.'))}` };
  };
  const { highlights, areas, away } = value as LayoutSettings;
  return {
    ...value,
    ...(highlights !== undefined && { highlights: highlights.map(named) }),
    ...(areas !== undefined && {
      areas: areas.map((area) => ({ ...area, parts: area.parts.map(partNow) })),
    }),
    ...(away !== undefined && { away: away.map(named) }),
  };
}

function topicNow(now: Naming, topic: WebhookTopic): WebhookTopic {
  const object = now.object(topic.object);
  return {
    ...topic,
    object,
    ...(topic.fields !== undefined && {
      fields: topic.fields.map((name) => now.path(object, name)),
    }),
    ...(topic.where !== undefined && { where: conditionNow(now, object, topic.where) }),
  };
}

/** An expression's text as it was written, but for the names. */
function expressionNow(now: Naming, object: string, text: string): string {
  if (now.choice !== undefined)
    for (const { path, value } of textsCompared(text)) now.choice(object, path, value);
  return withPaths(text, (path) => now.path(object, path));
}

function rollupNow(now: Naming, value: Json): Json {
  const rollup = value as Partial<RollupOptions>;
  const object = now.object(String(rollup.object));
  return {
    ...rollup,
    object,
    ...(rollup.by !== undefined && { by: now.path(object, rollup.by) }),
    ...(rollup.field !== undefined && { field: now.path(object, rollup.field) }),
    ...(rollup.where !== undefined && { where: conditionNow(now, object, rollup.where) }),
  };
}
