import { dayIn } from '#kernel/expression/zone.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { DefaultName, Field } from '#kernel/field/field.ts';
import { fieldTypes } from '#kernel/field/types.ts';
import { type Complaint, Unacceptable } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { sealedMark } from '#kernel/sealed.ts';
import { fieldRight } from '../access/rights.ts';
import { richTextOf } from '../fields/rich-text.ts';
import type { WorkspaceSeal } from '../sealing/workspace-seal.ts';
import type { Context } from './context.ts';
import { forEachObject } from './for-each-object.ts';
import { startOffered } from './offered-choices.ts';
import { typedDefaults, typeOfNew } from './typed-values.ts';

export type Values = Readonly<Record<string, unknown>>;

const computed: ReadonlySet<string> = new Set(['formula', 'rollup', 'autoNumber']);

/** Names that clients send back with a record and that never change by being sent. */
const ignored = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']);

/**
 * Turns what was sent into canonical values, collecting every complaint. A verb may write what nobody may write by
 * hand; nobody may write what is computed, or change what is set for good.
 */
export function parseValues(
  context: Context,
  object: ObjectModel,
  input: unknown,
  complaints: Complaint[],
  creating: boolean,
): Values {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    complaints.push({ field: '', code: 'notARecord' });
    return {};
  }
  const values: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(input)) {
    if (ignored.has(name)) continue;
    const field = object.fields.get(name);
    // As it was shown, it stays as it is.
    if (field?.sealed === true && given === sealedMark) continue;
    const refused = refusal(context, object, name, field, creating);
    if (refused !== undefined) complaints.push({ field: name.slice(0, 100), code: refused });
    else if (field !== undefined) takeValue(context, name, field, given, values, complaints);
  }
  return values;
}

function refusal(
  context: Context,
  object: ObjectModel,
  name: string,
  field: Field | undefined,
  creating: boolean,
): string | undefined {
  const right = fieldRight(object, name, context.actor);
  if (field === undefined || right === 'hidden') return 'unknownField';
  if (computed.has(field.type)) return 'readOnly';
  if (field.immutable === true && !creating) return 'readOnly';
  // Whoever hands out roles could take every right.
  if (field.type === 'multiChoice' && field.listed === 'roles' && !context.actor.unlimited)
    return 'forbiddenField';
  if (context.verb !== undefined) return undefined;
  if (field.readOnly === true) return 'readOnly';
  if (right === 'masked' && creating) return undefined;
  return right === 'write' ? undefined : 'forbiddenField';
}

/** Puts the one stored form of a value into `values`, or says what is wrong with it. */
export function takeValue(
  context: Context,
  name: string,
  field: Field,
  given: unknown,
  values: Record<string, unknown>,
  complaints: Complaint[],
): void {
  try {
    values[name] = canonical(context, field, given);
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    complaints.push({ field: name, code: error.code, parameters: error.parameters });
  }
}

/** The one stored form of a value; text of nothing but spaces and an empty list are empty. */
function canonical(context: Context, field: Field, given: unknown): unknown {
  if (given === null || given === undefined || given === '') return null;
  const { currency, rates, seal } = context.workspace;
  if (field.sealed === true && seal?.genuine(given) !== undefined) return given;
  const value = fieldTypes[field.type].parse(given, field, {
    currency,
    currencies: Object.keys(rates),
    timeZone: context.actor.timeZone,
  });
  if (value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (field.sealed !== true) return field.type === 'richText' ? richTextOf(value as string) : value;
  if (String(value).includes(sealedMark)) throw new Unacceptable('notWhole');
  return sealing(seal).seal(String(value));
}

/** Refuses to write what could not be sealed. */
function sealing(seal: WorkspaceSeal | undefined): WorkspaceSeal {
  if (seal === undefined) throw new Unacceptable('cannotSeal');
  return seal;
}

/** What a new record is made of: what is given, what its type starts with, and what every record starts with, as far as it is offered. */
export function startingValues(context: Context, object: ObjectModel, given: Values): Values {
  const usual = defaults(context, object);
  const type = typeOfNew(object, context.actor, given);
  const start = { ...usual, ...typedDefaults(object, type, usual), ...given, ...type };
  return startOffered(context, object, start, given);
}

/** Values that a new record takes when none are given. */
function defaults(context: Context, object: ObjectModel): Values {
  const values: Record<string, unknown> = {};
  for (const [name, field] of defaulted(object))
    values[name] = canonical(context, field, defaultValue(context, field.default));
  return values;
}

const defaulted = forEachObject(({ fields }) =>
  [...fields].filter(([, field]) => field.default !== undefined),
);

/** The value that a declared default stands for, for this person now. */
export function defaultValue(context: Context, value: unknown): unknown {
  switch (value as DefaultName) {
    case '$actor':
      return context.actor.id;
    case '$today':
      return dayIn(context.now, context.actor.timeZone);
    case '$now':
      return formatInstant(context.now);
    default:
      return value;
  }
}
