import { conditionParts } from '../condition-parts.ts';
import type { Field } from '../field/field.ts';
import type { Derive } from '../object.ts';
import { shortName } from '../object-name.ts';
import type { Complaint } from '../problem.ts';
import { resolvePath } from '../resolve.ts';
import type { DrawnStep, DrawnTrigger } from './automation-definition.ts';
import { whereFaults } from './condition-faults.ts';
import { loopFaults } from './loop-faults.ts';
import { isOpenToSteps, mayBeFilled, setsOff } from './open-to-steps.ts';
import { insideLoop, targetOf } from './step-as-done.ts';
import { fieldTaken, pathFault, type StepPlace, textFault, valueFault } from './step-value-faults.ts';
import { takenBy } from './taken-value.ts';

type Values = Readonly<Record<string, unknown>>;
type Of<Kind extends DrawnStep['do']> = Extract<DrawnStep, { readonly do: Kind }>;

const audiences = ['$administrators', '$followers', '$actor'];
const someMoment = { now: '2000-01-01T00:00:00.000Z', today: '2000-01-01' };
const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why a step could not be done, told at its place: `at` is `steps.2`. */
export function stepFaults(
  place: StepPlace,
  on: DrawnTrigger['on'],
  step: DrawnStep,
  at: string,
): readonly Complaint[] {
  // Of a record that is gone only what it was can be told.
  const gone =
    on === 'deleted' && (step.do === 'action' || (step.do === 'update' && step.through === undefined));
  if (gone) return [{ field: `${at}.do`, code: 'notAfterDeletion' }];
  switch (step.do) {
    case 'update':
      return updateFaults(place, step, at);
    case 'create':
      return createFaults(place, step, at);
    case 'action':
      return actionFaults(place, step, at);
    case 'notify':
      return notifyFaults(place, step, at);
    case 'mail':
      return mailFaults(place, step, at);
    case 'branch':
      return branchFaults(place, on, step, at);
    case 'forEach': {
      const target = place.registry.objects.get(shortName(step.object));
      const inside = target && setsOff(target) ? insideLoop(place, target) : undefined;
      // What is gone is the record that started it; those of the loop are there.
      const inner = (each: DrawnStep, index: number) =>
        inside ? stepFaults(inside, 'updated', each, `${at}.steps.${index}`) : [];
      return [...loopFaults(place, step, at), ...step.steps.flatMap(inner)];
    }
    case 'call':
      return callFaults(place, on, step, at);
    case 'wait':
      return [];
  }
}

function callFaults(
  place: StepPlace,
  on: DrawnTrigger['on'],
  { webhook, fields, fills = {} }: Of<'call'>,
  at: string,
): readonly Complaint[] {
  const own = place.object.fields;
  const filled = Object.keys(fills);
  const closed = filled.length > 0 && (on === 'deleted' || !isOpenToSteps(place.registry, place.object));
  return [
    ...(anId.test(webhook) ? [] : [{ field: `${at}.webhook`, code: 'required' }]),
    ...fields.flatMap((path) => {
      const fault = pathFault(place, { from: 'record', path });
      return fault === undefined ? [] : [{ field: `${at}.fields`, ...fault }];
    }),
    ...(closed ? [{ field: `${at}.fills`, code: 'notOpenToSteps' }] : []),
    ...filled.flatMap((name) => {
      const field = own.get(name);
      if (field === undefined) return [{ field: `${at}.fills.${name}`, code: 'unknownField' }];
      if (fills[name]?.trim() === '') return [{ field: `${at}.fills.${name}`, code: 'required' }];
      return mayBeFilled(field, false) ? [] : [{ field: `${at}.fills.${name}`, code: 'notFilledBySteps' }];
    }),
  ];
}

function branchFaults(
  place: StepPlace,
  on: DrawnTrigger['on'],
  { where, steps: met, otherwise = [] }: Of<'branch'>,
  at: string,
): readonly Complaint[] {
  const { registry, object } = place;
  const ways = [['steps', met] as const, ['otherwise', otherwise] as const];
  return [
    ...(conditionParts(where).length === 0
      ? [{ field: `${at}.where`, code: 'required' }]
      : whereFaults(where, `${at}.where`, (path) => resolvePath(registry, object, path)?.field)),
    ...(met.length + otherwise.length === 0 ? [{ field: `${at}.steps`, code: 'required' }] : []),
    ...ways.flatMap(([way, steps]) =>
      steps.flatMap((step, index) => stepFaults(place, on, step, `${at}.${way}.${index}`)),
    ),
  ];
}

function updateFaults(place: StepPlace, { through, values }: Of<'update'>, at: string): readonly Complaint[] {
  const target = through === undefined ? place.object : targetOf(place, through);
  if (target === undefined) return [noPath(`${at}.through`, through)];
  if (!isOpenToSteps(place.registry, target)) return [{ field: `${at}.do`, code: 'notOpenToSteps' }];
  if (Object.keys(values).length === 0) return [{ field: `${at}.values`, code: 'required' }];
  return filledFaults(place, target.fields, values, `${at}.values`, false);
}

function createFaults(place: StepPlace, { object, values }: Of<'create'>, at: string): readonly Complaint[] {
  const target = place.registry.objects.get(shortName(object));
  if (target === undefined) return [{ field: `${at}.object`, code: 'noSuchObject' }];
  if (!isOpenToSteps(place.registry, target)) return [{ field: `${at}.object`, code: 'notOpenToSteps' }];
  const { derive } = target.declaration;
  const follows = followingFrom(derive, values);
  const lacking = [...target.fields].flatMap(([name, field]) =>
    field.required &&
    field.default === undefined &&
    isLacking(values[name]) &&
    mayBeFilled(field, true) &&
    !follows(name)
      ? [{ field: `${at}.values.${name}`, code: 'required' }]
      : [],
  );
  return [...filledFaults(place, target.fields, values, `${at}.values`, true), ...lacking];
}

/** Which fields follow from values that are given; from those that are known only later any might. */
function followingFrom(derive: Derive | undefined, values: Values): (name: string) => boolean {
  if (derive === undefined) return () => false;
  try {
    const derived = derive(values, new Set(Object.keys(values)), someMoment);
    return (name) => !isLacking(derived[name]);
  } catch {
    return () => true;
  }
}

function actionFaults(place: StepPlace, { action: name, input = {} }: Of<'action'>, at: string) {
  const { registry, object } = place;
  const action = registry.actions.get(name);
  if (action?.object === undefined || shortName(action.object) !== object.name)
    return [{ field: `${at}.action`, code: 'noSuchAction' }];
  if (!isOpenToSteps(registry, object)) return [{ field: `${at}.action`, code: 'notOpenToSteps' }];
  const inputs = new Map(Object.entries(action.input));
  const lacking = [...inputs].flatMap(([key, field]) =>
    field.required && field.default === undefined && isLacking(input[key])
      ? [{ field: `${at}.input.${key}`, code: 'required' }]
      : [],
  );
  return [...filledFaults(place, inputs, input, `${at}.input`, true), ...lacking];
}

function notifyFaults(place: StepPlace, { to, says }: Of<'notify'>, at: string): readonly Complaint[] {
  const unknown = to.filter((one) => !audiences.includes(one) && !anId.test(one) && !namesPerson(place, one));
  // Whoever reads it is shown the record that it is about, and no other.
  const fault = textFault({ registry: place.registry, object: place.object }, says);
  return [
    ...(to.length === 0 ? [{ field: `${at}.to`, code: 'required' }] : []),
    ...unknown.map((one) => ({
      field: `${at}.to`,
      code: 'notAPerson',
      parameters: { value: one.slice(0, 60) },
    })),
    ...(says.trim() === '' ? [{ field: `${at}.says`, code: 'required' }] : []),
    ...(fault === undefined ? [] : [{ field: `${at}.says`, ...fault }]),
  ];
}

function mailFaults(place: StepPlace, step: Of<'mail'>, at: string): readonly Complaint[] {
  const { through, address, purpose, subject, text } = step;
  const target = through === undefined ? place.object : targetOf(place, through);
  if (target === undefined) return [noPath(`${at}.through`, through)];
  const field = target.fields.get(address);
  const purposes = place.registry.purposes.get('permission')?.fields.get('purpose')?.choices ?? [];
  const said = [
    ['subject', subject],
    ['text', text],
  ] as const;
  return [
    ...(target.declaration.personal?.same === undefined || field?.type !== 'email' || field.sealed
      ? [{ field: `${at}.address`, code: 'notAnAddress' }]
      : []),
    ...(purposes.some(({ value }) => value === purpose)
      ? []
      : [{ field: `${at}.purpose`, code: 'required' }]),
    ...said.flatMap(([name, words]): Complaint[] => {
      if (words.trim() === '') return [{ field: `${at}.${name}`, code: 'required' }];
      const fault = textFault(place, words);
      return fault === undefined ? [] : [{ field: `${at}.${name}`, ...fault }];
    }),
  ];
}

/** What is wrong with values for fields, or for what an action is given. */
function filledFaults(
  place: StepPlace,
  fields: ReadonlyMap<string, Field>,
  values: Values,
  at: string,
  creating: boolean,
): readonly Complaint[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields.get(name);
    if (field === undefined) return [{ field: `${at}.${name}`, code: 'unknownField' }];
    if (!mayBeFilled(field, creating)) return [{ field: `${at}.${name}`, code: 'notFilledBySteps' }];
    const fault = valueFault(place, field, value);
    return fault === undefined ? [] : [{ field: `${at}.${name}`, ...fault }];
  });
}

function isLacking(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function noPath(field: string, path = ''): Complaint {
  return { field, code: 'noSuchPath', parameters: { path } };
}

function namesPerson(place: StepPlace, value: string): boolean {
  const taken = takenBy(value);
  if (taken === undefined) return false;
  const field = fieldTaken(place, taken);
  const people = field?.type === 'manyToMany' && shortName(field.target ?? '') === place.registry.people;
  return pathFault(place, taken) === undefined && (field?.type === 'user' || people);
}
