import { conditionNow } from '../condition-names.ts';
import type { Naming } from '../naming.ts';
import { isObject } from '../shape.ts';
import { type Taken, takenAt, takenBy } from './taken-value.ts';
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
export function stepsNow(
  steps: readonly unknown[],
  own: string,
  now: Naming,
  start?: string,
): readonly unknown[] {
  const named: Named = { own, start, now };
  return steps.map((given) => {
    if (!isObject(given)) return given;
    const step = given;
    if (step.do === 'branch') return branchNow(step, named);
    if (step.do === 'forEach') return loopNow(step, named);
    if (step.do === 'call') return callNow(step, named);
    const object = typeof step.object === 'string' ? now.object(step.object) : undefined;
    const through = typeof step.through === 'string' ? now.path(own, step.through) : undefined;
    const filled = step.do === 'create' ? object : through === undefined ? own : now.target(own, through);
    return {
      ...step,
      ...(object !== undefined && { object }),
      ...(through !== undefined && { through }),
      ...(isObject(step.values) && { values: valuesNow(step.values, filled, named) }),
      ...(isObject(step.input) && { input: valuesNow(step.input, undefined, named) }),
      ...(Array.isArray(step.to) && { to: step.to.map((one) => valueNow(one, named)) }),
      ...(typeof step.says === 'string' && { says: textNow(step.says, named) }),
      ...(step.do === 'mail' && {
        subject: textNow(String(step.subject), named),
        text: textNow(String(step.text), named),
      }),
    };
  });
}

/** The objects of the records that steps speak of, and what becomes of names. */
interface Named {
  readonly own: string;
  /** Of the one from which a loop around them started. */
  readonly start: string | undefined;
  readonly now: Naming;
}

function branchNow(branch: Json, { own, start, now }: Named): Json {
  const { where, steps, otherwise } = branch;
  return {
    ...branch,
    ...(isObject(where) && { where: conditionNow(now, own, where) }),
    ...(Array.isArray(steps) && { steps: stepsNow(steps, own, now, start) }),
    ...(Array.isArray(otherwise) && { otherwise: stepsNow(otherwise, own, now, start) }),
  };
}

function loopNow(loop: Json, named: Named): Json {
  const { own, now } = named;
  const { where, matching, sort, steps } = loop;
  const object = now.object(String(loop.object));
  const path = (name: string) => now.path(object, name);
  return {
    ...loop,
    object,
    ...(isObject(matching) && { matching: valuesNow(matching, object, named) }),
    ...(isObject(where) && { where: conditionNow(now, object, where) }),
    ...(typeof sort === 'string' && { sort: sort.replace(/[^,-][^,]*/g, path) }),
    ...(Array.isArray(steps) && { steps: stepsNow(steps, object, now, own) }),
  };
}

function callNow(call: Json, { own, now }: Named): Json {
  const { fields, fills } = call;
  const path = (name: unknown) => now.path(own, String(name));
  return {
    ...call,
    ...(Array.isArray(fields) && { fields: fields.map(path) }),
    ...(isObject(fills) && {
      fills: Object.fromEntries(Object.entries(fills).map(([name, from]) => [path(name), from])),
    }),
  };
}

function valuesNow(values: Json, object: string | undefined, named: Named): Json {
  const { now } = named;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (object === undefined) return [name, valueNow(value, named)];
      now.choice?.(object, name, value);
      return [now.path(object, name), valueNow(value, named)];
    }),
  );
}

function valueNow(value: unknown, named: Named): unknown {
  if (typeof value !== 'string') return value;
  const taken = takenBy(value);
  if (taken !== undefined) return `$${taken.from}.${pathTaken(taken, named)}`;
  return value.startsWith(textMark) ? textMark + textNow(value.slice(textMark.length), named) : value;
}

function textNow(text: string, named: Named): string {
  if (placeholdersIn(text).length === 0) return text;
  return withValues(text, (placeholder) => {
    const taken = takenAt(placeholder);
    const path = pathTaken(taken, named);
    return taken.from === 'record' ? `{${path}}` : `{$${taken.from}.${path}}`;
  });
}

function pathTaken({ from, path }: Taken, { own, start, now }: Named): string {
  const object = from === 'start' ? start : own;
  return object === undefined ? path : now.path(object, path);
}
