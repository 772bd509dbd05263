import type { Naming } from './naming.ts';
import { isObject } from './shape.ts';

type Json = Readonly<Record<string, unknown>>;

/** A condition on records of an object with every name in it as `now` has it. */
export function conditionNow(now: Naming, object: string, where: unknown): unknown {
  if (Array.isArray(where)) return where.map((one) => conditionNow(now, object, one));
  if (!isObject(where)) return where;
  return Object.fromEntries(
    Object.entries(where).map(([key, one]) => {
      if (['and', 'or', 'not'].includes(key)) return [key, conditionNow(now, object, one)];
      if (key === 'has' && isObject(one)) return [key, relatedNow(now, one)];
      now.choice?.(object, key, one);
      return [now.path(object, key), one];
    }),
  );
}

function relatedNow(now: Naming, value: Json): Json {
  const object = now.object(String(value.object));
  return {
    ...value,
    object,
    ...(value.by !== undefined && { by: now.path(object, String(value.by)) }),
    ...(value.where !== undefined && { where: conditionNow(now, object, value.where) }),
  };
}
