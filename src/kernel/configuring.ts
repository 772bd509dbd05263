import type { Field } from './field/field.ts';
import type { ObjectDeclaration } from './object.ts';

/** The fields by which a record is the same in another company: the object's first unique set, or its unique field. */
export function namingFields({ unique, fields }: ObjectDeclaration): readonly string[] {
  const single = Object.entries(fields).find(([, field]) => field.unique)?.[0];
  const names = unique[0] ?? (single === undefined ? [] : [single]);
  // The object first: what belongs to one stands together.
  return [...names].sort((one, other) => Number(other === 'object') - Number(one === 'object'));
}

/** What another company has no use for: what follows from other values, and who works here. */
const ofOneCompany: ReadonlySet<string> = new Set([
  ...['formula', 'rollup', 'autoNumber', 'user', 'file', 'manyToMany'],
]);

/** The fields of a record that configures as another company is told of them. */
export function toldFields(
  fields: Iterable<readonly [string, Field]>,
  configures: (object: string) => boolean,
): readonly (readonly [string, Field])[] {
  return [...fields].filter(
    ([, { readOnly, type, target }]) =>
      readOnly !== true &&
      !ofOneCompany.has(type) &&
      (type !== 'reference' || (target !== undefined && configures(target))),
  );
}

/** Why the records of an object that configures could not be told to another company. */
export function configuringFaults(
  object: ObjectDeclaration,
  find: (name: string) => ObjectDeclaration | undefined,
): readonly string[] {
  if (!object.configures) return [];
  const names = namingFields(object);
  if (names.length === 0) return ['it configures, and nothing names its records in every company'];
  const told = toldFields(Object.entries(object.fields), (name) => find(name)?.configures === true);
  return [
    ...names
      .filter((name) => !told.some(([known]) => known === name))
      .map((name) => `it configures, and ${name}, by which its records are named, cannot be told`),
    ...told.flatMap(([name, { type, target }]) => {
      const other = type === 'reference' ? find(target ?? '') : undefined;
      return other !== undefined && namingFields(other).length !== 1
        ? [`it configures, and what ${name} refers to is not named by one field`]
        : [];
    }),
  ];
}
