import { parseWhere } from '../expression/parse-where.ts';
import type { Field } from '../field/field.ts';
import { type Complaint, Refusal } from '../problem.ts';
import type { Registry } from '../registry.ts';
import type { FieldDefinition } from './field-definition.ts';

/** Why the condition under which an added field is required cannot be read: it asks for the record's own fields alone. */
export function conditionFaults(
  registry: Registry,
  { object, requiredWhen }: FieldDefinition,
): readonly Complaint[] {
  const own = registry.objects.get(object ?? '')?.allFields;
  return whereFaults(requiredWhen, 'requiredWhen', (path) => own?.get(path));
}

/** What is wrong with a condition that a definition brings. */
export function whereFaults(
  where: unknown,
  field: string,
  fieldAt: (path: string) => Field | undefined,
): readonly Complaint[] {
  if (where === null || where === undefined) return [];
  try {
    const surroundings = { today: '2000-01-01', timeZone: 'UTC', currency: '', currencies: [] };
    parseWhere(where, { ...surroundings, field: fieldAt });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.complaints.slice(0, 1).map(({ code, parameters }) => ({
      ...{ field, code },
      ...(parameters && { parameters }),
    }));
  }
}
