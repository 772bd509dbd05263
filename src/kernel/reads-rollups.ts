import { type Expression, pathsOf } from './expression/expression.ts';
import type { ObjectModel } from './registry.ts';

/** Whether a field is computed from other records: told with one record, and in lists only to those who ask. */
export function readsRollups(object: ObjectModel, name: string): boolean {
  const field = object.allFields.get(name);
  if (field?.type === 'rollup') return true;
  return (
    field?.type === 'formula' &&
    pathsOf(field.expression as Expression).some((path) => readsRollups(object, path))
  );
}
