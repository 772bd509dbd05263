import { isObject } from '../shape.ts';
import { placeholdersIn, textMark, withValues } from './text-with-values.ts';

type Json = Readonly<Record<string, unknown>>;

/** How names that are stored become those of now. */
export interface NamesOfNow {
  /** A path from the record that the automation is for. */
  path(path: string): string;
  /** A condition on that record. */
  condition(where: unknown): unknown;
  object(name: string): string;
  /** A field of another object. */
  field(object: string, name: string): string;
}

/** The fields that a trigger names, called as they are called now. */
export function triggerNow(value: Json, now: NamesOfNow): Json {
  const { fields, field } = value;
  return {
    ...value,
    ...(Array.isArray(fields) && { fields: fields.map((name) => now.path(String(name))) }),
    ...(typeof field === 'string' && { field: now.path(field) }),
  };
}

/** The fields that steps name, in what they take as in what they fill in, called as they are called now. */
export function stepsNow(steps: readonly unknown[], own: string, now: NamesOfNow): readonly unknown[] {
  return steps.map((given) => {
    if (!isObject(given)) return given;
    const step = given;
    if (step.do === 'branch') return branchNow(step, own, now);
    const object = typeof step.object === 'string' ? now.object(step.object) : undefined;
    const filled = step.do === 'create' ? object : step.through === undefined ? own : undefined;
    return {
      ...step,
      ...(object !== undefined && { object }),
      ...(typeof step.through === 'string' && { through: now.path(step.through) }),
      ...(isObject(step.values) && { values: valuesNow(step.values, filled, now) }),
      ...(isObject(step.input) && { input: valuesNow(step.input, undefined, now) }),
      ...(Array.isArray(step.to) && { to: step.to.map((one) => valueNow(one, now)) }),
      ...(typeof step.says === 'string' && { says: textNow(step.says, now) }),
      ...(step.do === 'mail' && {
        subject: textNow(String(step.subject), now),
        text: textNow(String(step.text), now),
      }),
    };
  });
}

function branchNow(branch: Json, own: string, now: NamesOfNow): Json {
  const { where, steps, otherwise } = branch;
  return {
    ...branch,
    ...(isObject(where) && { where: now.condition(where) }),
    ...(Array.isArray(steps) && { steps: stepsNow(steps, own, now) }),
    ...(Array.isArray(otherwise) && { otherwise: stepsNow(otherwise, own, now) }),
  };
}

function valuesNow(values: Json, object: string | undefined, now: NamesOfNow): Json {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      object === undefined ? name : now.field(object, name),
      valueNow(value, now),
    ]),
  );
}

function valueNow(value: unknown, now: NamesOfNow): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('$record.')) return `$record.${now.path(value.slice('$record.'.length))}`;
  return value.startsWith(textMark) ? textMark + textNow(value.slice(textMark.length), now) : value;
}

function textNow(text: string, now: NamesOfNow): string {
  return placeholdersIn(text).length === 0 ? text : withValues(text, (path) => `{${now.path(path)}}`);
}
