import type { ObjectModel } from '../registry.ts';

/** Whether a path names a value that the record itself keeps, in its own row. */
export function isStored({ allFields }: ObjectModel, path: string): boolean {
  const field = allFields.get(path);
  return (
    field !== undefined &&
    field.type !== 'manyToMany' &&
    field.running === undefined &&
    field.permitted === undefined
  );
}
