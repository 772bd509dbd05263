import type { Action } from '#kernel/action.ts';
import { isSortable } from '#kernel/expression/is-sortable.ts';
import { operatorsOf } from '#kernel/expression/operators-of.ts';
import type { Field } from '#kernel/field/field.ts';
import type {
  ActionMeta,
  FieldMeta,
  ModelMeta,
  NavigationGroupMeta,
  ObjectMeta,
  PageMeta,
  RecordTypeMeta,
  RelatedMeta,
  TemplateMeta,
  ViewMeta,
} from '#kernel/meta.ts';
import { moduleName, shortName } from '#kernel/object-name.ts';
import { type Inverse, type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { resolvePath } from '#kernel/resolve.ts';
import { isOpenToSteps } from '#kernel/run-time/open-to-steps.ts';
import { mayTake, type RecordType, typeField } from '#kernel/run-time/record-type.ts';
import { typeUnlessTold } from '#kernel/run-time/type-field.ts';
import type { Actor } from '../access/actor.ts';
import {
  type FieldRight,
  fieldRight,
  mayCreate,
  mayEver,
  mayImport,
  mayPublish,
  readableField,
  shownField,
} from '../access/rights.ts';
import { mayRun } from '../actions/may-run.ts';
import type { Context } from '../records/context.ts';
import { isSearched } from '../records/stored-rows.ts';
import { declaredReports } from '../reports/declared-reports.ts';
import { fieldRulesMeta } from './field-rules-meta.ts';
import { type Labels, labelsOf } from './labels.ts';
import { recordPage } from './record-page.ts';

/** What a caller may see and do, in his language: the same for all who have the same rights. */
export function modelMetaOf(context: Context): ModelMeta {
  const { registry, actor } = context;
  const labels = labelsOf(registry, actor.locale);
  const visible = [...registry.objects.values()].filter((object) => mayEver(registry, object, 'read', actor));
  const meta: ModelMeta = {
    objects: visible.map((object) => objectMeta(context, object, labels)),
    actions: visible.flatMap((object) =>
      object.actions
        .filter((action) => mayRun(registry, action, actor))
        .map((action) => actionMeta(registry, action, object, labels)),
    ),
    navigation: navigation(registry, visible, labels),
    reports: [],
    templates: templatesOf(registry, labels),
  };
  return { ...meta, reports: declaredReports(registry, meta, labels) };
}

function templatesOf({ modules }: Registry, labels: Labels): readonly TemplateMeta[] {
  return modules.flatMap(({ name: module, templates = [] }) =>
    templates.map((name) => ({
      ...{ name, label: labels.text([module, 'templates', name, 'label'], name) },
      body: labels.text([module, 'templates', name, 'body'], ''),
    })),
  );
}

/** One object as this caller may see it. */
export function objectMetaOf(context: Context, object: ObjectModel): ObjectMeta {
  return objectMeta(context, object, labelsOf(context.registry, context.actor.locale));
}

function navigation(
  registry: Registry,
  visible: readonly ObjectModel[],
  labels: Labels,
): readonly NavigationGroupMeta[] {
  return registry.modules
    .map((module) => ({
      module: module.name,
      label: labels.text([module.name, 'module', 'label'], module.name),
      objects: module.navigation.filter((name) => visible.some((object) => object.name === name)),
    }))
    .filter(({ objects }) => objects.length > 0);
}

function objectMeta(context: Context, object: ObjectModel, labels: Labels): ObjectMeta {
  const { registry, actor } = context;
  const { declaration } = object;
  const fields = [...object.allFields].filter(
    ([name]) => shownField(registry, object, name, actor) !== undefined,
  );
  const names = fields.map(([name]) => name);
  const stored = [...object.fields.keys()].filter((name) => names.includes(name));
  const related = [...relatedTo(registry, object, labels), ...relatedBy(context, object, labels)];
  // What nobody writes by hand is not added here either.
  const activities = related.filter((other) => {
    const { declaration, fields } = registry.objects.get(other.object) ?? {};
    const isActivity = declaration?.traits.some(({ name }) => name === 'activity');
    return isActivity && fields?.get(other.field)?.readOnly !== true;
  });
  const composer = activities.filter(
    (other, place) => activities.findIndex(({ object: same }) => same === other.object) === place,
  );
  const pageOf = (type?: string) => ({
    ...recordPage({ context, object, labels, related }, type),
    composer,
  });
  const page = pageOf();
  const types = typesMeta(context, object, labels, (type) => {
    const own = pageOf(type);
    return own.layout?.name === page.layout?.name ? undefined : own;
  });
  return {
    name: object.name,
    module: object.module,
    ...(declaration.purpose !== undefined && { purpose: declaration.purpose }),
    ...(declaration.personal?.same && { person: true }),
    ...(declaration.configures && { configures: true as const }),
    ...(actor.unlimited && isOpenToSteps(registry, object) && { openToSteps: true as const }),
    label: labels.object(object, 'label'),
    plural: labels.object(object, 'plural'),
    icon: declaration.icon,
    nameField: declaration.nameField,
    sort: declaration.defaultSort,
    can: {
      create: mayCreate(object, actor),
      update: mayEver(registry, object, 'update', actor),
      delete: mayEver(registry, object, 'delete', actor),
      import: mayImport(object, actor),
      publish: mayPublish(object, actor),
    },
    traits: declaration.traits.map(({ name }) => name),
    ...(declaration.card && { card: true as const }),
    ...occursMeta(object, names),
    unites: unitedBy(object),
    computedFrom: computedFrom(registry, object),
    duplicates: object.duplicates.length > 0,
    searched: isSearched(object),
    ...(object.publicForm && { publicForm: true }),
    fields: fields.map(([name, field]) =>
      fieldMeta(
        name,
        field,
        labels.field(object, name),
        (value) => labels.choice(object, name, value),
        fieldRight(object, name, actor),
        labels.help(object, name),
        object.types && { types: object.types, actor },
      ),
    ),
    ...fieldRulesMeta(object, names),
    views: viewsFor(context, object, labels) ?? [
      { name: 'all', label: labels.object(object, 'plural'), kind: 'table', columns: stored.slice(0, 7) },
    ],
    ...(types.length > 0 && { types }),
    page,
    related,
  };
}

/** When its records take place, as far as the caller may know. */
function occursMeta({ declaration: { occurs } }: ObjectModel, names: readonly string[]) {
  if (occurs === undefined || !names.includes(occurs.from)) return {};
  const { from, to, series, withinHours = false } = occurs;
  const known = occurs.with.filter((name) => names.includes(name));
  const ends = to !== undefined && names.includes(to) && { to };
  return {
    occurs: {
      ...{ from, ...ends, with: known, withinHours },
      recurs: series !== undefined && names.includes('repeats'),
    },
  };
}

function shown({ registry, actor }: Context, object: ObjectModel, path: string): boolean {
  return shownField(registry, object, path, actor) !== undefined;
}

/** The declared views as far as the caller may read what they show; none that he could not open. */
function viewsFor(context: Context, object: ObjectModel, labels: Labels): readonly ViewMeta[] | undefined {
  if (object.views?.views.length === 0) return undefined;
  return object.views?.views
    .filter(({ where, sort, groupBy, sum }) =>
      [
        ...Object.keys(where ?? {}),
        ...(sort ?? '').split(',').map((name) => name.replace(/^-/, '')),
        ...[groupBy, sum],
      ].every(
        (path) =>
          !path ||
          !resolvePath(context.registry, object, path) ||
          readableField(context.registry, object, path, context.actor) !== undefined,
      ),
    )
    .map((view) => ({
      ...view,
      columns: view.columns.filter((path) => shown(context, object, path)),
      label: labels.view(object, view.name),
    }));
}

function unitedBy({ declaration }: ObjectModel): readonly string[] {
  return [...new Set((declaration.unites ?? []).map((part) => shortName(part.object)))];
}

/** The objects that roll-ups look at, and those of which these are made up. */
function computedFrom(registry: Registry, object: ObjectModel): readonly string[] {
  const looked = [...object.fields.values()].flatMap(({ rollup }) => rollup?.object ?? []);
  const objects = [...new Set(looked)].map((name) => objectNamed(registry, name));
  return [...new Set(objects.flatMap((source) => [source.name, ...unitedBy(source)]))];
}

/** What points to an object: first the parts it is made up of. */
function relatedTo(registry: Registry, object: ObjectModel, labels: Labels): readonly RelatedMeta[] {
  const times = Map.groupBy(object.inverses, (inverse) => inverse.object);
  const isPart = (inverse: Inverse) =>
    Number(registry.objects.get(inverse.object)?.declaration.partOf === inverse.name);
  return object.inverses
    .toSorted((one, other) => isPart(other) - isPart(one))
    .flatMap((inverse) => {
      const other = registry.objects.get(inverse.object);
      if (other === undefined) return [];
      const plural = labels.object(other, 'plural');
      const several = (times.get(inverse.object)?.length ?? 0) > 1;
      const label =
        labels.inverse(other, inverse.name) ??
        (several ? `${plural} · ${labels.field(other, inverse.name)}` : plural);
      const part = isPart(inverse) === 1 && inverse.field.type === 'reference';
      return [{ object: other.name, field: inverse.name, label, ...(part && { part }) }];
    });
}

/** What points to an object by way of others, as far as the caller may follow. */
function relatedBy(
  { registry, actor }: Context,
  object: ObjectModel,
  labels: Labels,
): readonly RelatedMeta[] {
  return (object.views?.page?.related ?? []).flatMap(({ object: name, by }) => {
    const other = registry.objects.get(shortName(name));
    if (other === undefined || readableField(registry, other, by, actor) === undefined) return [];
    const label = labels.inverse(other, by) ?? labels.object(other, 'plural');
    return [{ object: other.name, field: by, label }];
  });
}

function fieldMeta(
  name: string,
  field: Field,
  label: string,
  choiceLabel: (value: string) => string,
  right: FieldRight = 'write',
  help?: string,
  typed?: { readonly types: readonly RecordType[]; readonly actor: Actor },
): FieldMeta {
  const {
    required,
    unique = false,
    immutable,
    maxLength,
    accept,
    scale,
    grouped,
    transitions,
    ends,
    acyclic,
    target,
    targets,
    limit,
    result,
  } = field;
  return {
    name,
    type: field.type,
    label,
    help,
    required,
    added: field.added,
    readOnly: right === 'read' || field.readOnly === true,
    unique,
    immutable,
    ...(right === 'masked' && { masked: true }),
    ...(field.sealed === true && { sealed: true }),
    ...(field.permitted && { permission: true }),
    sortable: right !== 'masked' && isSortable(field),
    operators: right === 'masked' ? [] : operatorsOf(field),
    maxLength,
    accept,
    scale,
    grouped,
    transitions,
    ends,
    limit,
    result,
    acyclic: acyclic ? true : undefined,
    default: field.default,
    targets: targets ?? (target === undefined ? undefined : [shortName(target)]),
    choices: field.choices?.map(({ value, color }) => ({
      value,
      color,
      label: choiceLabel(value),
      ...(typed !== undefined && name === typeField && isClosed(typed.types, value, typed.actor)),
    })),
    ...(typed !== undefined && field.choices && choicesOfTypes(name, typed.types)),
  };
}

/** A type that this person gives to no record. */
function isClosed(types: readonly RecordType[], value: string, actor: Actor) {
  const open = types.some((type) => type.name === value && mayTake(type, actor));
  return open ? {} : { closed: true as const };
}

/** What may be chosen in a field, by type of record, where a type limits it. */
function choicesOfTypes(name: string, types: readonly RecordType[]) {
  const limits = types.flatMap((type) => {
    const allowed = type.values?.[name]?.allowed;
    return allowed === undefined ? [] : [[type.name, allowed] as const];
  });
  return limits.length > 0 ? { choicesOfType: Object.fromEntries(limits) } : {};
}

/** The types of record of an object, each with its page where that differs. */
function typesMeta(
  { actor }: Context,
  object: ObjectModel,
  labels: Labels,
  pageOf: (type: string) => PageMeta | undefined,
): readonly RecordTypeMeta[] {
  const usual = typeUnlessTold(object, actor);
  return (object.types ?? []).map((type) => {
    const page = pageOf(type.name);
    const defaults = Object.entries(type.values ?? {}).flatMap(([name, { default: start }]) =>
      start === undefined ? [] : [[name, start] as const],
    );
    return {
      value: type.name,
      label: labels.choice(object, typeField, type.name),
      open: mayTake(type, actor),
      standard: type === usual,
      defaults: Object.fromEntries(defaults),
      ...(page && { page }),
    };
  });
}

function actionMeta(registry: Registry, action: Action, object: ObjectModel, labels: Labels): ActionMeta {
  const verb = shortName(action.name);
  const module = moduleName(action.name);
  return {
    name: action.name,
    label: labels.text([module, 'actions', verb, 'label'], verb),
    ...(action.object !== undefined && { object: object.name }),
    ...(action.list !== undefined && { list: shortName(action.list) }),
    target: action.object === undefined ? 'none' : action.bulk === true ? 'records' : 'record',
    icon: action.icon,
    primary: action.primary ?? false,
    ...(action.previewed === true && { previewed: true }),
    input: Object.entries(action.input).map(([name, field]) => {
      const choice = (value: string) =>
        labels.text([module, 'actions', verb, 'choices', name, value], labels.choice(object, name, value));
      const label = labels.text([module, 'actions', verb, 'input', name], labels.field(object, name));
      const resolved = field.type === 'user' ? { ...field, target: registry.people } : field;
      return fieldMeta(name, resolved, label, choice);
    }),
    available: action.available,
  };
}
