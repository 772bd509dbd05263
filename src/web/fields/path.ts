import type { Values } from './field-props.ts';

/** The value at a path. */
export function valueAt(record: Values, path: string): unknown {
  let value: unknown = record;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Values)[name];
  }
  return value ?? null;
}
