import type { Field } from '../field/field.ts';
import { fieldTypes } from '../field/types.ts';
import { shortName } from '../object-name.ts';
import { type Complaint, Unacceptable } from '../problem.ts';
import type { ObjectModel, Registry } from '../registry.ts';
import { resolvePath } from '../resolve.ts';
import { type Taken, takenAt, takenBy } from './taken-value.ts';
import { placeholdersIn, textMark } from './text-with-values.ts';

/** Where a step stands: what is known, and whose records it is done for. */
export interface StepPlace {
  readonly registry: Registry;
  readonly object: ObjectModel;
  /** Within a loop, the object of the record from which it started. */
  readonly start?: ObjectModel;
}

type Fault = Omit<Complaint, 'field'>;

const anyCurrency = { currency: 'CNY', currencies: Intl.supportedValuesOf('currency'), timeZone: 'UTC' };
/** `$today`, `$now-3`: so many days away. */
const moment = /^\$(today|now)([+-]\d{1,4})?$/;
const written = new Set(['text', 'longText', 'email', 'phone', 'url', 'autoNumber', 'choice']);
const counted = new Set(['integer', 'decimal', 'percent', 'rollup']);

/** Why a field cannot take a value of a step: a fixed one, or one that is known only when the step is done. */
export function valueFault(place: StepPlace, field: Field, value: unknown): Fault | undefined {
  if (typeof value !== 'string' || !value.startsWith('$')) return fixedFault(field, value);
  if (value.startsWith('$$')) return fixedFault(field, value.slice(1));
  if (value.startsWith(textMark)) {
    if (field.type !== 'text' && field.type !== 'longText') return { code: 'valueDoesNotFit' };
    return textFault(place, value.slice(textMark.length));
  }
  if (value === '$actor') return fits(field.type === 'user');
  if (moment.test(value)) return fits(field.type === (value.startsWith('$today') ? 'date' : 'dateTime'));
  if (value === '$record') return fits(leadsTo(field).includes(place.object.name));
  if (value === '$start' && place.start) return fits(leadsTo(field).includes(place.start.name));
  const taken = takenBy(value);
  return taken === undefined
    ? { code: 'unknownValue', parameters: { value: value.slice(0, 60) } }
    : takenFault(place, field, taken);
}

/** Why a text cannot be said: it names a field that is not there, or that nobody is shown. */
export function textFault(place: StepPlace, text: string): Fault | undefined {
  for (const path of placeholdersIn(text)) {
    const fault = pathFault(place, takenAt(path));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The field that a step takes. */
export function fieldTaken(place: StepPlace, { from, path }: Taken): Field | undefined {
  const object = from === 'start' ? place.start : place.object;
  return object && resolvePath(place.registry, object, path)?.field;
}

/** Why nothing can be taken there. */
export function pathFault(place: StepPlace, taken: Taken): Fault | undefined {
  const field = fieldTaken(place, taken);
  const { path } = taken;
  if (field === undefined) return { code: 'noSuchPath', parameters: { path } };
  return field.sealed === true ? { code: 'pathIsSealed', parameters: { path } } : undefined;
}

function takenFault(place: StepPlace, field: Field, taken: Taken): Fault | undefined {
  const fault = pathFault(place, taken);
  const source = fieldTaken(place, taken);
  return source === undefined ? fault : (fault ?? fits(mayHold(field, source)));
}

/** What of a field tells which values it holds. */
type Holding = Pick<Field, 'type' | 'result' | 'target' | 'targets'>;

/** Whether what one field holds may stand in the other; the value itself is looked at when it is there. */
export function mayHold(field: Holding, source: Holding): boolean {
  const type = source.result ?? source.type;
  const targets = leadsTo(field);
  if (targets.length > 0 || leadsTo(source).length > 0)
    return leadsTo(source).some((target) => targets.includes(target));
  if (field.type === 'text' || field.type === 'longText') return written.has(type);
  return type === field.type || (counted.has(type) && counted.has(field.type));
}

/** The objects whose records a field names. */
function leadsTo({ type, target, targets = [] }: Holding): readonly string[] {
  if (type !== 'reference' && type !== 'user' && type !== 'regarding') return [];
  if (type === 'user') return ['$people'];
  return target === undefined ? targets.map(shortName) : [shortName(target)];
}

function fixedFault(field: Field, value: unknown): Fault | undefined {
  if (value === null || value === '') return undefined;
  try {
    fieldTypes[field.type].parse(value, field, anyCurrency);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    return { code: error.code, parameters: error.parameters };
  }
}

function fits(it: boolean): Fault | undefined {
  return it ? undefined : { code: 'valueDoesNotFit' };
}
