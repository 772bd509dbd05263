import { isObject } from './shape.ts';

/** The parts of a condition that must all hold, each as a condition. */
export function conditionParts(where: unknown): readonly unknown[] {
  if (!isObject(where)) return [];
  return Object.entries(where).flatMap(([key, value]) =>
    key === 'and' && Array.isArray(value) ? value.flatMap(conditionParts) : [{ [key]: value }],
  );
}
