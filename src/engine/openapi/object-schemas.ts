import type { Field } from '#kernel/field/field.ts';
import type { JsonSchema } from '#kernel/field/type.ts';
import { readsRollups } from '#kernel/reads-rollups.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Labels } from '../http/labels.ts';
import { inputSchema, orNull, valueSchema } from './value-schema.ts';

/** `priceBook` → `PriceBook` */
export function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function schemaReference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The schemas of one object: as read, as a row of a list, as sent to create it, as sent to change it. */
export function objectSchemas(object: ObjectModel, labels: Labels): Record<string, JsonSchema> {
  const name = capital(object.name);
  const title = labels.object(object, 'label');
  const of = (schema: (field: Field, name: string) => JsonSchema | undefined) =>
    Object.fromEntries(
      [...object.allFields].flatMap(([field, declared]) => {
        const found = schema(declared, field);
        return found === undefined ? [] : [[field, { ...found, title: labels.field(object, field) }]];
      }),
    );
  const always = [...object.allFields]
    .filter(([field]) => !readsRollups(object, field) && !everHidden(object, field))
    .map(([field]) => field);
  const needed = [...object.fields]
    .filter(([, field]) => field.required && field.default === undefined && isInput(field, true))
    .map(([field]) => field);
  const reading = {
    [name]: {
      title,
      type: 'object',
      additionalProperties: false,
      required: always,
      properties: of((field) => read(field, valueSchema(field))),
    },
    [`${name}Row`]: {
      title,
      type: 'object',
      additionalProperties: false,
      required: ['id', 'version'],
      properties: {
        ...of((field, own) => read(field, own === 'id' ? valueSchema(field) : followed(field))),
        // The places of the conditions among `marks` that it meets, where a list is asked for them.
        $marks: { type: 'array', items: { type: 'integer', minimum: 0 } },
      },
    },
  };
  if (object.declaration.unites !== undefined) return reading;
  return {
    ...reading,
    [`${name}Input`]: {
      title,
      type: 'object',
      additionalProperties: false,
      ...(needed.length > 0 && { required: needed }),
      properties: of((field, own) => sent(object, own, field, true)),
    },
    [`${name}Changes`]: {
      title,
      type: 'object',
      additionalProperties: false,
      properties: {
        version: { type: 'integer', minimum: 1 },
        ...of((field, own) => sent(object, own, field, false)),
      },
    },
  };
}

function read(field: Field, schema: JsonSchema): JsonSchema {
  return field.required && field.added !== true ? schema : orNull(schema);
}

/** Selecting through a reference makes it an object. */
function followed(field: Field): JsonSchema {
  if (field.type !== 'reference' && field.type !== 'user') return valueSchema(field);
  return { anyOf: [valueSchema(field), schemaReference('Related')] };
}

function sent(object: ObjectModel, name: string, field: Field, creating: boolean): JsonSchema | undefined {
  if (!object.fields.has(name) || !isInput(field, creating)) return undefined;
  return field.required ? inputSchema(field) : orNull(inputSchema(field));
}

function isInput(field: Field, creating: boolean): boolean {
  if (['formula', 'rollup', 'autoNumber'].includes(field.type) || field.readOnly === true) return false;
  return creating || field.immutable !== true;
}

/** Whether some role reads the object without this field. */
function everHidden(object: ObjectModel, name: string): boolean {
  return Object.values(object.policy?.grants ?? {}).some(
    ({ fields }) => (fields as Readonly<Record<string, string>> | undefined)?.[name] === 'hidden',
  );
}
