import type { ObjectName } from '../../object-name.ts';
import { Unacceptable } from '../../problem.ts';
import { type Field, field, type RollupOptions } from '../field.ts';
import type { FieldType } from '../type.ts';

/**
 * A count or total over the records of another object that point here, limited to those the reader may see.
 * Computed when read, so it is right under concurrent writes. `by` is the other object's reference field.
 */
export function rollup(options: RollupOptions & { readonly object: ObjectName }): Field<string, false> {
  const result = options.measure === 'count' ? 'integer' : 'decimal';
  return field('rollup', { rollup: options, result, scale: 2, readOnly: true });
}

export const rollupType: FieldType = {
  parse() {
    throw new Unacceptable('readOnly');
  },
  schema: () => ({ readOnly: true }),
};
