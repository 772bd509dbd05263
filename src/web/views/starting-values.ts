import type { ObjectMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';
import { readWhere } from './filters/where.ts';

/** What a record must start with to be in the list that it is added to: the conditions that name one value. */
export function startingValues(object: ObjectMeta, where: unknown): Values {
  const { any, not, parts } = readWhere(where);
  const given = (any || not ? [] : parts).flatMap((part) => {
    if (part.kind !== 'field' || part.not) return [];
    const { path, operator, value } = part;
    const field = object.fields.find(({ name }) => name === path);
    const only = operator === 'in' && Array.isArray(value) && value.length === 1 ? value[0] : value;
    const single = operator === 'eq' || only !== value;
    const plain = ['string', 'number', 'boolean'].includes(typeof only) && !String(only).startsWith('$');
    return field && !field.readOnly && single && plain ? [[path, only] as const] : [];
  });
  return Object.fromEntries(given);
}
