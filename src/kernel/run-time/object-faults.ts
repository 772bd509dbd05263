import type { Complaint } from '../problem.ts';
import { addedName } from './defined-field.ts';
import { numberFormat } from './number-format.ts';
import type { ObjectDefinition } from './object-definition.ts';

/** Why there can be no such object. */
export function objectFaults(definition: ObjectDefinition): readonly Complaint[] {
  const { name, naming, format, access, owned, icon } = definition;
  const asked: readonly (readonly [boolean, keyof ObjectDefinition, string])[] = [
    [name === null || !addedName.test(name), 'name', 'notAFieldName'],
    [format !== null && naming !== 'number', 'format', 'notForThisType'],
    [format !== null && !numberFormat.shape.test(format), 'format', 'notANumberFormat'],
    [access === 'own' && owned !== true, 'access', 'notOwned'],
    [icon !== null && !/^[a-z][a-z\d-]*$/.test(icon), 'icon', 'notAnIcon'],
  ];
  return asked.filter(([wrong]) => wrong).map(([, field, code]) => ({ field, code }));
}
