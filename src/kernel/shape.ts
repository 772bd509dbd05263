import type { Complaint } from './problem.ts';

/** Whether a JSON value is what it should be. */
export type Shape = (value: unknown) => boolean;

export const isText: Shape = (value) => typeof value === 'string' && value.length <= 1000;
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
export const isCount: Shape = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 5000;
export const oneOf =
  (words: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && words.includes(value);
export const listOf =
  (each: Shape, most = 200): Shape =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(each);
export const recordOf =
  (each: Shape): Shape =>
  (value) =>
    isObject(value) && Object.values(value).every(each);

/** What of some settings is not as it should be, named by its path below `field`. */
export function shapeFaults(
  settings: unknown,
  shapes: Readonly<Record<string, Shape>>,
  field: string,
  code: string,
): readonly Complaint[] {
  if (!isObject(settings)) return [{ field, code }];
  return Object.entries(settings)
    .filter(([name, value]) => !(Object.hasOwn(shapes, name) && shapes[name]?.(value)))
    .map(([name]) => ({ field: `${field}.${name.slice(0, 60)}`, code }));
}
