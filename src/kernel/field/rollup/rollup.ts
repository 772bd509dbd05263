import type { ObjectName } from '../../object-name.ts';
import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldTypeName, field, type RollupOptions } from '../field.ts';
import type { FieldType } from '../type.ts';

/**
 * A count or total over the records of another object that point here, limited to those the reader may see.
 * Computed when read, so it is right under concurrent writes. `by` is the other object's reference field.
 */
export function rollup(
  options: RollupOptions & { readonly object: ObjectName },
  named: Pick<Field, 'formerly'> = {},
): Field<string, false> {
  return field('rollup', {
    ...named,
    rollup: options,
    result: rollupResult(options.measure, undefined),
    scale: 2,
    readOnly: true,
  });
}

/** What a roll-up yields: the sum of amounts of money is one, whatever else is added up is a number. */
export function rollupResult(measure: RollupOptions['measure'], measured: Field | undefined): FieldTypeName {
  if (measure === 'count') return 'integer';
  const type = measured?.result ?? measured?.type ?? 'decimal';
  return ['min', 'max'].includes(measure) || type === 'money' ? type : 'decimal';
}

export const rollupType: FieldType = {
  parse() {
    throw new Unacceptable('readOnly');
  },
  schema: () => ({ readOnly: true }),
};
