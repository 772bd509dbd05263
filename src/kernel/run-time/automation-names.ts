import { conditionNow } from '../condition-names.ts';
import type { Naming } from '../naming.ts';
import { isObject } from '../shape.ts';
import { placeholdersIn, textMark, withValues } from './text-with-values.ts';

type Json = Readonly<Record<string, unknown>>;

/** The fields that a trigger names, called as they are called now. */
export function triggerNow(value: Json, own: string, now: Naming): Json {
  const { fields, field } = value;
  return {
    ...value,
    ...(Array.isArray(fields) && { fields: fields.map((name) => now.path(own, String(name))) }),
    ...(typeof field === 'string' && { field: now.path(own, field) }),
  };
}

/** The fields that steps name, in what they take as in what they fill in, called as they are called now. */
export function stepsNow(steps: readonly unknown[], own: string, now: Naming): readonly unknown[] {
  return steps.map((given) => {
    if (!isObject(given)) return given;
    const step = given;
    if (step.do === 'branch') return branchNow(step, own, now);
    const object = typeof step.object === 'string' ? now.object(step.object) : undefined;
    const through = typeof step.through === 'string' ? now.path(own, step.through) : undefined;
    const filled = step.do === 'create' ? object : through === undefined ? own : now.target(own, through);
    return {
      ...step,
      ...(object !== undefined && { object }),
      ...(through !== undefined && { through }),
      ...(isObject(step.values) && { values: valuesNow(step.values, filled, own, now) }),
      ...(isObject(step.input) && { input: valuesNow(step.input, undefined, own, now) }),
      ...(Array.isArray(step.to) && { to: step.to.map((one) => valueNow(one, own, now)) }),
      ...(typeof step.says === 'string' && { says: textNow(step.says, own, now) }),
      ...(step.do === 'mail' && {
        subject: textNow(String(step.subject), own, now),
        text: textNow(String(step.text), own, now),
      }),
    };
  });
}

function branchNow(branch: Json, own: string, now: Naming): Json {
  const { where, steps, otherwise } = branch;
  return {
    ...branch,
    ...(isObject(where) && { where: conditionNow(now, own, where) }),
    ...(Array.isArray(steps) && { steps: stepsNow(steps, own, now) }),
    ...(Array.isArray(otherwise) && { otherwise: stepsNow(otherwise, own, now) }),
  };
}

function valuesNow(values: Json, object: string | undefined, own: string, now: Naming): Json {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (object === undefined) return [name, valueNow(value, own, now)];
      now.choice?.(object, name, value);
      return [now.path(object, name), valueNow(value, own, now)];
    }),
  );
}

function valueNow(value: unknown, own: string, now: Naming): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('$record.')) return `$record.${now.path(own, value.slice('$record.'.length))}`;
  return value.startsWith(textMark) ? textMark + textNow(value.slice(textMark.length), own, now) : value;
}

function textNow(text: string, own: string, now: Naming): string {
  return placeholdersIn(text).length === 0 ? text : withValues(text, (path) => `{${now.path(own, path)}}`);
}
