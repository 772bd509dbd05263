import type { JsonSchema } from '#kernel/field/type.ts';

/** The schema of an object with these properties, of which all are there unless told. */
export function objectOf(
  properties: Record<string, JsonSchema>,
  required = Object.keys(properties),
): JsonSchema {
  return { type: 'object', required, properties };
}
