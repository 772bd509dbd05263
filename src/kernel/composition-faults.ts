import { carriedFaults } from './carried.ts';
import { configuringFaults } from './configuring.ts';
import { formulaFaults } from './formula-faults.ts';
import type { Module } from './module.ts';
import type { ObjectDeclaration } from './object.ts';
import { moduleName, shortName } from './object-name.ts';
import { purposes } from './purpose.ts';
import { sealedFaults } from './sealed-faults.ts';
import { placedSteps } from './step-places.ts';
import { systemNames } from './system-fields.ts';
import { totalFaults } from './total-faults.ts';
import { handedOver } from './traits/hand-over.ts';

/** Columns of every table. */
const taken = [...systemNames, 'deletedAt', 'deletedWith', 'search', 'searchName'];

/** Everything that the compiler cannot see and that would make modules not fit together, in words. */
export function compositionFaults(modules: readonly Module[], people: string): readonly string[] {
  const objects = modules.flatMap((module) => module.objects.map(({ object }) => object));
  const names = new Set(objects.map(({ name }) => name));
  return [
    ...repeated(objects.map(({ name }) => shortName(name))).map((name) => `two objects are called ${name}`),
    ...repeated(objects.flatMap(({ purpose }) => purpose ?? [])).map(
      (purpose) => `two objects serve as ${purpose}`,
    ),
    ...repeated(
      modules.flatMap(({ objects: own }) =>
        own.flatMap(({ actions = [] }) => actions.map(({ name }) => name)),
      ),
    ).map((name) => `two actions are called ${name}`),
    ...notificationFaults(modules),
    ...(names.has(people) ? [] : [`the people object ${people} is not declared`]),
    ...formerFaults(objects),
    ...modules.flatMap((module) => moduleFaults(module, modules)),
    ...objects.flatMap((object) => objectFaults(object, objects)),
  ];
}

/** A name of before leads to one thing. */
function formerFaults(objects: readonly ObjectDeclaration[]): readonly string[] {
  const formerObjects = objects.flatMap(({ formerly }) => formerly);
  return [
    ...repeated(formerObjects).map((name) => `two objects were called ${name}`),
    ...objects.flatMap(({ name, fields }) =>
      repeated(Object.values(fields).flatMap(({ formerly = [] }) => formerly)).map(
        (former) => `${name}: two fields were called ${former}`,
      ),
    ),
  ];
}

function notificationFaults(modules: readonly Module[]): readonly string[] {
  const folders = modules.flatMap((module) => module.objects);
  const kinds = [handedOver, ...folders.flatMap(({ notifications = [] }) => notifications)].map(
    ({ name }) => name,
  );
  const steps = folders
    .flatMap(({ automations = [] }) => automations)
    .flatMap((automation) => placedSteps(automation.steps).map(({ step }) => step));
  return [
    ...repeated(kinds).map((name) => `two kinds of notification are called ${name}`),
    ...steps
      .filter((step) => step.do === 'notify' && !kinds.includes(step.kind))
      .map((step) => `an automation notifies as ${step.do === 'notify' ? step.kind : ''}, which is missing`),
  ];
}

function moduleFaults(module: Module, modules: readonly Module[]): readonly string[] {
  const own = new Set(module.objects.map(({ object }) => shortName(object.name)));
  return [
    ...module.depends
      .filter((name) => !modules.some((other) => other.name === name))
      .map((name) => `${module.name} depends on ${name}, which is missing`),
    ...module.navigation
      .filter((name) => !own.has(name))
      .map((name) => `${module.name} shows ${name} in the rail but does not declare it`),
    ...module.objects
      .filter(({ object }) => moduleName(object.name) !== module.name)
      .map(({ object }) => `${object.name} is declared by the module ${module.name}`),
  ];
}

function objectFaults(object: ObjectDeclaration, objects: readonly ObjectDeclaration[]): readonly string[] {
  const find = (name: string) => objects.find((other) => other.name === name);
  const own = Object.keys(object.fields);
  const faults = repeated(
    [...own, ...object.traits.flatMap(({ fields }) => Object.keys(fields))].filter(
      (name) => object.traits.filter(({ fields }) => name in fields).length > 1,
    ),
  ).map((name) => `two traits define ${name}`);
  faults.push(
    ...own
      .filter((name) => taken.includes(name) || !/^[a-z][a-zA-Z\d]{0,40}$/.test(name))
      .map((name) => `${name} cannot be a field's name`),
  );
  if (!(object.nameField in object.fields)) faults.push(`its name field ${object.nameField} is missing`);
  for (const needed of object.purpose === undefined ? [] : purposes[object.purpose])
    if (!(needed in object.fields)) faults.push(`it serves as ${object.purpose} without ${needed}`);
  for (const { object: united } of object.unites ?? [])
    if (find(united) === undefined) faults.push(`it unites ${united}, which is missing`);
  for (const [name, field] of Object.entries(object.fields)) {
    for (const target of [field.target, ...(field.targets ?? []), field.rollup?.object]) {
      if (target !== undefined && find(target) === undefined)
        faults.push(`${name} refers to ${target}, which is missing`);
    }
    if (field.insteadOf !== undefined && object.fields[field.insteadOf]?.type !== 'reference')
      faults.push(`${name} stands in for ${field.insteadOf}, which is no reference`);
    const { rollup } = field;
    if (rollup !== undefined) {
      for (const needed of [rollup.by.split('.')[0], rollup.field]) {
        if (needed !== undefined && !(needed in (find(rollup.object)?.fields ?? {})))
          faults.push(`${name} rolls up ${rollup.object}.${needed}, which is missing`);
      }
    }
    if (find(rollup?.object ?? '')?.fields[rollup?.field ?? '']?.sealed === true)
      faults.push(`${name} rolls up ${rollup?.object}.${rollup?.field}, which is sealed`);
    const { total } = field;
    if (total !== undefined) faults.push(...totalFaults(object, name, field, total, find(total.object)));
    if (field.permitted !== undefined && object.personal?.same === undefined)
      faults.push(`${name} asks what people permit, and its records are none`);
    for (const needed of field.running === undefined ? [] : Object.values(field.running))
      if (!own.includes(needed)) faults.push(`${name} runs over ${needed}, which is missing`);
    if (rollup?.below !== undefined && object.fields[rollup.below]?.acyclic !== true)
      faults.push(`${name} looks below ${rollup.below}, which is not an acyclic reference`);
    if (field.type === 'formula') faults.push(...formulaFaults(object, name, field, taken, find));
  }
  faults.push(
    ...sealedFaults(object),
    ...personalFaults(object),
    ...configuringFaults(object, find),
    ...carriedFaults(object, find),
  );
  return faults.map((fault) => `${object.name}: ${fault}`);
}

/** Who keeps what tells of people knows why. */
function personalFaults({ fields, personal, unites }: ObjectDeclaration): readonly string[] {
  const telling = Object.keys(fields).filter((name) => fields[name]?.personal !== undefined);
  if (personal !== undefined && telling.length === 0)
    return ['it has to do with people and no field tells of them'];
  if (personal !== undefined || unites !== undefined || telling.length === 0) return [];
  return [`${telling.join(', ')} tell of people, and it does not say what for`];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
