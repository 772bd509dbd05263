import fc from 'fast-check';
import type { JsonSchema } from '#kernel/field/type.ts';
import { knownId } from './known-ids.ts';

/** Resolves `#/components/…` of one document. */
export type Look = (reference: string) => JsonSchema;

/** Values that a schema of the API's description allows. */
export function describedValue(schema: JsonSchema, look: Look, depth = 0): fc.Arbitrary<unknown> {
  const of = (other: unknown) => describedValue(other as JsonSchema, look, depth + 1);
  const { $ref, allOf, anyOf, enum: values, type } = schema;
  if (depth > 6) return fc.constant(null);
  if (typeof $ref === 'string') return of(look($ref));
  if (Array.isArray(allOf)) return fc.tuple(...allOf.map(of)).map((parts) => Object.assign({}, ...parts));
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(of));
  if (Array.isArray(values)) return fc.constantFrom(...values);
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => of({ ...schema, type: one })));
  switch (type) {
    case 'object':
      return describedObject(schema, of);
    case 'array':
      return fc.array(of(schema.items ?? {}), { minLength: (schema.minItems as number) ?? 0, maxLength: 3 });
    case 'string':
      return describedText(schema);
    case 'integer':
      return fc.oneof(fc.constant(bounds(schema).min), fc.integer(bounds(schema)));
    case 'number': {
      const { min, max } = bounds(schema);
      return fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Small numbers more often than the limits would have it: versions, quantities, pages. */
function bounds({ minimum, maximum }: JsonSchema): { min: number; max: number } {
  const min = Math.max(Number(minimum ?? 0), -1000);
  return { min, max: Math.max(min, Math.min(Number(maximum ?? 5), 1000)) };
}

function describedObject(
  { properties = {}, required = [] }: JsonSchema,
  of: (schema: unknown) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const parts = properties as Record<string, JsonSchema>;
  const { object, id } = parts;
  if (Array.isArray(object?.enum) && id?.format === 'uuid')
    return fc
      .tuple(fc.constantFrom(...(object.enum as string[])), fc.nat(20))
      .map(([kind, index]) => ({ object: kind, id: knownId(kind, index) }));
  const needed = (required as string[]).filter((name) => name in parts);
  const all = fc.record(
    Object.fromEntries(Object.entries(parts).map(([name, schema]) => [name, of(schema)])),
    { requiredKeys: needed },
  );
  // Mostly few of them: each further one is one more that may make the whole unacceptable.
  const some = fc.record(Object.fromEntries(needed.map((name) => [name, of(parts[name])])));
  return fc.oneof({ weight: 2, arbitrary: some }, { weight: 1, arbitrary: all });
}

function describedText(schema: JsonSchema): fc.Arbitrary<string> {
  const { format, pattern, examples = [], maxLength = 60 } = schema;
  const kind = schema['x-object'];
  switch (format) {
    case 'uuid':
      return fc.nat(20).map((index) => knownId(typeof kind === 'string' ? kind : 'any', index));
    case 'date':
      return date.map((at) => at.toISOString().slice(0, 10));
    case 'date-time':
      return date.map((at) => at.toISOString());
    case 'email':
      return fc.nat(9999).map((number) => `person${number}@hengyue.example`);
    case 'uri':
      return fc.nat(9999).map((number) => `https://hengyue.example/${number}`);
  }
  const given = (examples as string[]).map((example) => example.slice(0, Number(maxLength)));
  if (typeof pattern === 'string')
    return given.length > 0 ? fc.constantFrom(...given) : fc.stringMatching(new RegExp(pattern));
  const own = words.map((text) => text.slice(0, Number(maxLength)));
  return given.length === 0 ? own : fc.oneof(own, fc.constantFrom(...given));
}

const words = fc
  .array(fc.constantFrom('衡岳', '工业', 'Li', 'Wei', 'näher', '2026', 'A/B', '张伟', 'O’Neil', '&'), {
    ...{ minLength: 1, maxLength: 4 },
  })
  .map((parts) => parts.join(' '));

const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
