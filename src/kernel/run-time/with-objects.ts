import type { Field } from '../field/field.ts';
import { defineModule, type Module, type ObjectFolder, type Texts } from '../module.ts';
import { shortName } from '../object-name.ts';
import type { Complaint } from '../problem.ts';
import { type ObjectModel, objectModel, purposesOf, type Registry } from '../registry.ts';
import { resolverOf } from '../resolve-field.ts';
import { tellsNewOwner } from '../traits/hand-over.ts';
import { companysModule } from './companys-module.ts';
import { definedObject } from './defined-object.ts';
import type { ObjectDefinition } from './object-definition.ts';
import { objectFaults } from './object-faults.ts';
import type { Defined } from './with-definitions.ts';

/**
 * What modules declare with the objects that a company adds. Objects that have nothing to do with these are shared;
 * those that may be about any object learn of the new ones. A definition that does not fit is left out.
 */
export function withObjects(base: Registry, definitions: readonly ObjectDefinition[]): Defined {
  const faults = new Map<string, readonly Complaint[]>();
  const kept = definitions.filter((definition) => {
    const complaints = objectFaults(definition);
    if (complaints.length > 0) faults.set(definition.id, complaints);
    return complaints.length === 0;
  });
  return { registry: kept.length === 0 ? base : together(base, kept), faults };
}

function together(base: Registry, definitions: readonly ObjectDefinition[]): Registry {
  const folders = definitions.map(definedObject);
  const modules = withNavigation(base, definitions, folders);
  const resolve = resolverOf(modules, base.people);
  const declared = new Map(
    [...base.objects.values()].map((model) => [model.name, fieldsAnew(model, resolve)] as const),
  );
  const own = new Map(
    folders.map(({ object }) => [
      shortName(object.name),
      new Map(Object.entries(object.fields).map(([name, field]) => [name, resolve(field)])),
    ]),
  );
  const fields = new Map([...declared, ...own]);
  const objects = new Map([
    ...[...base.objects.values()].map((model) => [model.name, withFields(model, declared)] as const),
    ...folders.map((folder) => [shortName(folder.object.name), objectModel(folder, fields, [])] as const),
  ]);
  return {
    ...base,
    ...{ modules, objects },
    purposes: purposesOf(objects),
    automations: [...base.automations, ...folders.flatMap(({ object }) => tellsNewOwner(object))],
  };
}

/** The same fields, but for those that may be about objects which there were not. */
function fieldsAnew(
  { fields, declaration }: ObjectModel,
  resolve: (field: Field) => Field,
): ReadonlyMap<string, Field> {
  const changed = [...fields].flatMap(([name, field]) => {
    const given = declaration.fields[name];
    if (given === undefined || (field.type !== 'regarding' && field.listed === undefined)) return [];
    const anew = resolve(given);
    const same =
      anew.targets?.length === field.targets?.length && anew.choices?.length === field.choices?.length;
    return same ? [] : [[name, anew] as const];
  });
  return changed.length === 0 ? fields : new Map([...fields, ...changed]);
}

function withFields(model: ObjectModel, all: ReadonlyMap<string, ReadonlyMap<string, Field>>): ObjectModel {
  const fields = all.get(model.name) ?? model.fields;
  if (fields === model.fields) return model;
  return { ...model, fields, allFields: new Map([...model.allFields, ...fields]) };
}

/** The company's own module, and others that show an object of it in the rail. */
function withNavigation(
  base: Registry,
  definitions: readonly ObjectDefinition[],
  folders: readonly ObjectFolder[],
): readonly Module[] {
  const listed = definitions.filter((definition) => definition.listed === true);
  const groups = new Set(base.modules.map(({ name }) => name));
  const placed = Map.groupBy(listed, ({ group }) =>
    group !== null && groups.has(group) ? group : companysModule,
  );
  const namesIn = (module: string) => (placed.get(module) ?? []).map(({ name }) => name ?? '');
  const own = defineModule({
    name: companysModule,
    depends: [],
    essential: true,
    objects: folders,
    roles: [],
    navigation: namesIn(companysModule),
    locales: { en: groupTexts(base, 'en'), 'zh-CN': groupTexts(base, 'zh-CN') },
  });
  return [
    ...base.modules.map((module) =>
      placed.has(module.name)
        ? { ...module, navigation: [...module.navigation, ...namesIn(module.name)] }
        : module,
    ),
    own,
  ];
}

/** The group in the rail is called as what it shows: the plural of the object that defines objects. */
function groupTexts(base: Registry, locale: 'en' | 'zh-CN'): Texts {
  const defining = base.purposes.get('objectDefinition');
  const texts = base.modules.find(({ name }) => name === defining?.module)?.locales[locale];
  const label = ['objects', defining?.name ?? '', 'plural'].reduce<Texts[string] | undefined>(
    (at, key) => (typeof at === 'object' ? (at as Texts)[key] : undefined),
    texts,
  );
  return typeof label === 'string' ? { module: { label } } : {};
}
