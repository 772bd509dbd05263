import type { ObjectName } from '../../object-name.ts';
import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { identifierInput, identifierOf } from '../identifier-input.ts';
import type { FieldType } from '../type.ts';

export interface ManyToManyOptions extends FieldOptions<readonly string[]> {
  readonly timeline?: boolean;
  /** For an object that refers to itself, as to what comes before: no circle may arise. */
  readonly acyclic?: boolean;
}

/** Any number of records of one object. */
export function manyToMany<Target extends ObjectName>(
  target: Target,
  options: ManyToManyOptions = {},
): Field<readonly string[], false> & { readonly target: Target } {
  return field('manyToMany', { timeline: true, ...options, target }) as Field<readonly string[], false> & {
    readonly target: Target;
  };
}

export const manyToManyType: FieldType = {
  parse(input) {
    if (!Array.isArray(input) || input.length > 1000) throw new Unacceptable('notAList');
    return [...new Set(input.map(identifierInput))].sort();
  },
  schema: ({ target }) => ({ type: 'array', items: identifierOf(target), maxItems: 1000 }),
};
