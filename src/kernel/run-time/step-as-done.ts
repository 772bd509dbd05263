import type { Step } from '../automation.ts';
import { drawnTold } from '../notification.ts';
import { shortName } from '../object-name.ts';
import type { ObjectModel } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import { isObject } from '../shape.ts';
import type { DrawnStep } from './automation-definition.ts';
import { fieldTaken, type StepPlace } from './step-value-faults.ts';
import { takenBy } from './taken-value.ts';
import { textMark } from './text-with-values.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * A step as those that are declared are written: a mail is a text with values of the record in it, a notification is
 * one of the company's own, and a field that may be about records of several objects is told of which one.
 */
export function asDone(place: StepPlace, step: DrawnStep): Step {
  const { registry, object } = place;
  switch (step.do) {
    case 'mail':
      return { ...step, subject: textMark + step.subject, text: textMark + step.text };
    case 'notify':
      return { ...step, kind: drawnTold.name };
    case 'create':
      return {
        ...step,
        values: aboutRecords(place, registry.objects.get(shortName(step.object)), step.values),
      };
    case 'update': {
      const target = step.through === undefined ? object : targetOf(place, step.through);
      return { ...step, values: aboutRecords(place, target, step.values) };
    }
    case 'branch': {
      const { steps, otherwise = [], ...branch } = step;
      const done = (way: readonly DrawnStep[]) => way.map((each) => asDone(place, each));
      const where = isObject(step.where) ? step.where : {};
      return { ...branch, where, steps: done(steps), otherwise: done(otherwise) };
    }
    case 'forEach': {
      const { where, ...loop } = step;
      const target = registry.objects.get(shortName(step.object));
      const inside = insideLoop(place, target ?? object);
      return {
        ...loop,
        ...(isObject(where) && { where }),
        matching: step.matching,
        steps: step.steps.map((each) => asDone(inside, each)),
      };
    }
    default:
      return step;
  }
}

/** Where the steps of a loop stand. */
export function insideLoop({ registry, object }: StepPlace, target: ObjectModel): StepPlace {
  return { registry, object: target, start: object };
}

/** The object of the record that a reference of this one names. */
export function targetOf({ registry, object }: StepPlace, path: string): ObjectModel | undefined {
  const field = resolvePath(registry, object, path)?.field;
  return field?.type === 'reference' ? registry.objects.get(shortName(field.target ?? '')) : undefined;
}

function aboutRecords(place: StepPlace, target: ObjectModel | undefined, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isAbout = target?.fields.get(name)?.type === 'regarding' && typeof value === 'string';
      const object = isAbout ? objectOf(place, value) : undefined;
      return [name, object === undefined ? whole(value) : { object, id: value }];
    }),
  );
}

/** The object of the record that a step value names; a value that tells it itself is whole. */
function objectOf(place: StepPlace, value: string): string | undefined {
  if (value === '$record') return place.object.name;
  if (value === '$start') return place.start?.name;
  const taken = takenBy(value);
  const field = taken && fieldTaken(place, taken);
  if (field?.type === 'user') return place.registry.people;
  return field?.type === 'reference' ? shortName(field.target ?? '') : undefined;
}

/** Inside a value that has parts, such as an address, every text is what it says. */
function whole(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? asWritten(value) : value;
}

function asWritten(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asWritten(part)]));
}
