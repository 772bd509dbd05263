import type { Field } from './field.ts';

/** What a workspace and its caller add to the reading of a value. */
export interface ParseContext {
  /** ISO 4217 code taken when an amount comes without one. */
  readonly currency: string;
  readonly currencies: readonly string[];
  /** Of whoever writes, taken where a value tells of none. */
  readonly timeZone?: string;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What a field type accepts. `parse` turns any input that a person, a file or a program may send into the one
 * canonical value, or throws `Unacceptable`. It is never given null: an empty value is the caller's question.
 */
export interface FieldType {
  readonly parse: (input: unknown, field: Field, context: ParseContext) => unknown;
  /** JSON Schema of the canonical value, for OpenAPI. */
  readonly schema: (field: Field) => JsonSchema;
}
