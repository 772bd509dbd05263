import { field } from '../field/field.ts';
import type { ObjectModel } from '../registry.ts';
import type { AddedField } from './added-field.ts';
import type { FieldDefinition } from './field-definition.ts';
import { mayTake, type RecordType, type TypeTaker, typeField } from './record-type.ts';

/** Of which type a new record is when nobody says so: the standard one, or the first that this person may make. */
export function typeUnlessTold({ types = [] }: ObjectModel, person: TypeTaker): RecordType | undefined {
  const open = types.filter((type) => mayTake(type, person));
  return open.find(({ standard }) => standard) ?? open[0];
}

/** The types of each object that has any in force, by the object's name; those put away come last. */
export function typesByObject(types: readonly RecordType[]): ReadonlyMap<string, readonly RecordType[]> {
  const own = Map.groupBy(types, ({ object }) => object);
  const putAway = ({ deletedAt }: RecordType) => Number(deletedAt !== null);
  const ordered = [...own].map(([object, some]) => {
    const sorted = some.toSorted((one, other) => putAway(one) - putAway(other));
    // One that is put away may have been made anew under its name.
    const names = sorted.map(({ name }) => name);
    return [object, sorted.filter(({ name }, place) => names.indexOf(name) === place)] as const;
  });
  return new Map(ordered.filter(([, [first]]) => first?.deletedAt === null));
}

/** The field by which the records of an object tell their types, as if the company had added it. */
export function typeFieldOf({ name: object, views }: ObjectModel, types: readonly RecordType[]): AddedField {
  const [section = null] = Object.keys(views?.page?.sections ?? {});
  const definition = {
    ...{ id: `${typeField} ${object}`, object, name: typeField, type: 'choice' },
    ...{ labelZh: '记录类型', labelEn: 'Record type', helpZh: null, helpEn: null, section },
    choices: types.map(({ name, labelZh, labelEn }) => ({
      value: name,
      ...(labelZh !== null && { zh: labelZh }),
      ...(labelEn !== null && { en: labelEn }),
    })),
  } as unknown as FieldDefinition;
  const choices = types.map(({ name, color }) => ({ value: name, color: color ?? 'grey' }));
  return { definition, name: typeField, field: field('choice', { required: false, choices }) };
}
