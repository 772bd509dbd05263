import type { Field } from '#kernel/field/field.ts';
import { tellsCurrency } from '#kernel/field/tells-currency.ts';
import type { JsonSchema } from '#kernel/field/type.ts';
import { fieldTypes } from '#kernel/field/types.ts';
import { sealedMark } from '#kernel/sealed.ts';

/** A field's value as it is read; what is computed has the schema of its result. */
export function valueSchema(field: Field): JsonSchema {
  const { result } = field;
  if (field.sealed === true) return { type: 'string', enum: [sealedMark] };
  if (result === undefined) return written(field);
  // Sums of money come in the workspace's own currency, as a number; other money tells its own.
  const schema = written({
    ...field,
    type: result === 'money' && !tellsCurrency(field) ? 'decimal' : result,
  });
  return { ...schema, readOnly: true };
}

/** A field's value as it may be sent. */
export function inputSchema(field: Field): JsonSchema {
  const schema = written(field);
  switch (field.type) {
    case 'money':
      return { anyOf: [schema, { type: 'string', examples: ['1054.00'] }, { type: 'number' }] };
    case 'decimal':
    case 'percent':
      return { anyOf: [schema, { type: 'number' }] };
    default:
      return schema;
  }
}

/** The same, or null for an empty value. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema.type !== 'string') return 'anyOf' in schema ? withNull(schema) : schema;
  const { enum: values, ...rest } = schema as { enum?: readonly unknown[]; type: string };
  return { ...rest, type: [schema.type, 'null'], ...(values && { enum: [...values, null] }) };
}

function withNull(schema: JsonSchema): JsonSchema {
  return { ...schema, anyOf: [...(schema.anyOf as readonly JsonSchema[]), { type: 'null' }] };
}

/** The type's own schema, without what it leaves open. */
function written(field: Field): JsonSchema {
  const schema = fieldTypes[field.type].schema(field);
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
