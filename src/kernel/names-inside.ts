import { withPaths } from './expression/text/with-paths.ts';
import type { NamesInside, RollupOptions } from './field/field.ts';
import { formerNames } from './former-names.ts';
import type { Registry } from './registry.ts';
import type { ReportSettings } from './report-settings.ts';
import { type NamesOfNow, stepsNow, triggerNow } from './run-time/automation-names.ts';
import type { LayoutPart, LayoutSettings } from './run-time/page-layout.ts';
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
  if (names.as === 'expression')
    return typeof value === 'string' ? expressionNow(registry, String(record[names.of]), value) : value;
  if (names.as === 'paths' && Array.isArray(value))
    return value.map((path) => pathNow(registry, String(record[names.of]), String(path)));
  if (names.as === 'topics')
    return Array.isArray(value) ? value.map((one) => topicNow(registry, one)) : value;
  if (names.as === 'steps' && Array.isArray(value)) {
    const own = formerNames(registry).object(String(record[names.of]));
    return stepsNow(value, own, namesOfNow(registry, own));
  }
  if (!isObject(value)) return value;
  if (names.as === 'rollup') return rollupNow(registry, value);
  const object = String(record[names.of]);
  if (names.as === 'trigger') return triggerNow(value, namesOfNow(registry, object));
  if (names.as === 'keys') return keysNow(registry, object, value);
  if (names.as === 'report') return reportNow(registry, object, value);
  if (names.as === 'layout') return layoutNow(registry, object, value);
  return names.as === 'view' ? viewNow(registry, object, value) : conditionNow(registry, object, value);
}

/** A path with each step called as it is called now, followed as far as it leads. */
export function pathNow(registry: Registry, object: string, path: string): string {
  const [first = '', ...rest] = path.split('.');
  const name = formerNames(registry).field(object, first);
  if (rest.length === 0) return name;
  const field = registry.objects.get(object)?.allFields.get(name);
  const target = field?.target ?? (field?.type === 'user' ? registry.people : undefined);
  return `${name}.${target === undefined ? rest.join('.') : pathNow(registry, target, rest.join('.'))}`;
}

function namesOfNow(registry: Registry, own: string): NamesOfNow {
  const former = formerNames(registry);
  return {
    path: (path) => pathNow(registry, own, path),
    condition: (where) => conditionNow(registry, own, where),
    object: (name) => former.object(name),
    field: (object, name) => former.field(object, name),
  };
}

function keysNow(registry: Registry, object: string, value: Json): Json {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [pathNow(registry, object, key), one]));
}

function conditionNow(registry: Registry, object: string, where: unknown): unknown {
  if (Array.isArray(where)) return where.map((one) => conditionNow(registry, object, one));
  if (!isObject(where)) return where;
  return Object.fromEntries(
    Object.entries(where).map(([key, one]) =>
      ['and', 'or', 'not'].includes(key)
        ? [key, conditionNow(registry, object, one)]
        : key === 'has' && isObject(one)
          ? [key, relatedNow(registry, one)]
          : [pathNow(registry, object, key), one],
    ),
  );
}

function relatedNow(registry: Registry, value: Json): Json {
  const object = formerNames(registry).object(String(value.object));
  return {
    ...value,
    object,
    ...(value.by !== undefined && { by: pathNow(registry, object, String(value.by)) }),
    ...(value.where !== undefined && { where: conditionNow(registry, object, value.where) }),
  };
}

function viewNow(registry: Registry, object: string, value: Json): Json {
  const now = (path: string) => pathNow(registry, object, path);
  const { where, sort, columns, widths, group, ends, totals, colors } = value as ViewSettings;
  const colored = colors?.map((rule) => ({
    ...rule,
    where: conditionNow(registry, object, rule.where),
    ...(rule.column !== undefined && { column: now(rule.column) }),
  }));
  return {
    ...value,
    ...(where !== undefined && { where: conditionNow(registry, object, where) }),
    ...(sort !== undefined && { sort: sort.replace(/[^,-][^,]*/g, now) }),
    ...(columns !== undefined && { columns: columns.map(now) }),
    ...(widths !== undefined && { widths: keysNow(registry, object, { ...widths }) }),
    ...(group !== undefined && { group: now(group) }),
    ...(ends !== undefined && { ends: now(ends) }),
    ...(totals !== undefined && { totals: keysNow(registry, object, { ...totals }) }),
    ...(colored !== undefined && { colors: colored }),
  };
}

function reportNow(registry: Registry, object: string, value: Json): Json {
  const now = (path: string) => pathNow(registry, object, path);
  const measure = (text: string) => text.replace(/\(([^)]*)\)/, (_, path: string) => `(${now(path)})`);
  const { where, rows, columns, measures, period, sortBy } = value as ReportSettings;
  return {
    ...value,
    ...(where !== undefined && { where: conditionNow(registry, object, where) }),
    ...(rows !== undefined && { rows: rows.map(now) }),
    ...(columns !== undefined && { columns: measure(now(columns)) }),
    ...(measures !== undefined && { measures: measures.map(measure) }),
    ...(period !== undefined && { period: { ...period, field: now(period.field) } }),
    ...(sortBy !== undefined && { sortBy: measure(sortBy) }),
  };
}

function layoutNow(registry: Registry, object: string, value: Json): Json {
  const now = (path: string) => pathNow(registry, object, path);
  const partNow = (part: LayoutPart): LayoutPart => {
    if (part.kind === 'section') return { ...part, fields: part.fields.map(now) };
    if (part.kind === 'panel') return part;
    const [other = '', ...by] = part.list.split('.');
    const name = formerNames(registry).object(other);
    return { ...part, list: `${name}.${pathNow(registry, name, by.join('.'))}` };
  };
  const { highlights, areas, away } = value as LayoutSettings;
  return {
    ...value,
    ...(highlights !== undefined && { highlights: highlights.map(now) }),
    ...(areas !== undefined && {
      areas: areas.map((area) => ({ ...area, parts: area.parts.map(partNow) })),
    }),
    ...(away !== undefined && { away: away.map(now) }),
  };
}

function topicNow(registry: Registry, topic: WebhookTopic): WebhookTopic {
  const object = formerNames(registry).object(topic.object);
  return {
    ...topic,
    object,
    ...(topic.fields !== undefined && {
      fields: topic.fields.map((name) => pathNow(registry, object, name)),
    }),
    ...(topic.where !== undefined && { where: conditionNow(registry, object, topic.where) }),
  };
}

/** An expression's text as it was written, but for the names. */
function expressionNow(registry: Registry, object: string, text: string): string {
  return withPaths(text, (path) => pathNow(registry, object, path));
}

function rollupNow(registry: Registry, value: Json): Json {
  const rollup = value as Partial<RollupOptions>;
  const object = formerNames(registry).object(String(rollup.object));
  return {
    ...rollup,
    object,
    ...(rollup.by !== undefined && { by: pathNow(registry, object, rollup.by) }),
    ...(rollup.field !== undefined && { field: pathNow(registry, object, rollup.field) }),
    ...(rollup.where !== undefined && { where: conditionNow(registry, object, rollup.where) }),
  };
}
