import type { ObjectName } from '../../object-name.ts';
import { Unacceptable } from '../../problem.ts';
import { type Field, type FieldOptions, field } from '../field.ts';
import { identifierInput, identifierSchema } from '../identifier-input.ts';
import type { FieldType } from '../type.ts';

/** A record of one of several objects. */
export interface Regarding {
  /** The object's short name, as in addresses. */
  readonly object: string;
  readonly id: string;
}

/** What this is about: a record of the `targets` named, or of any object that has the adjective, `regardable` unless told. */
export function regarding<const Required extends boolean = false>(
  options: FieldOptions<Regarding> & {
    readonly required?: Required;
    readonly targets?: readonly ObjectName[];
    readonly having?: string;
    readonly timeline?: boolean;
  } = {},
): Field<Regarding, Required> {
  return field('regarding', { timeline: true, indexed: true, ...options });
}

export const regardingType: FieldType = {
  parse(input): Regarding {
    const { object } = (typeof input === 'object' && input !== null ? input : {}) as Partial<Regarding>;
    if (typeof object !== 'string' || !/^[a-z][a-zA-Z\d_]{0,62}$/.test(object))
      throw new Unacceptable('notRegarding');
    return { object, id: identifierInput(input) };
  },
  schema: ({ targets }) => ({
    type: 'object',
    required: ['object', 'id'],
    properties: { object: { type: 'string', ...(targets && { enum: targets }) }, id: identifierSchema },
  }),
};
