import { Unacceptable } from '../problem.ts';
import type { JsonSchema } from './type.ts';

const written = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A record's id; a record given whole, as a read of it returns it, stands for its id. */
export function identifierInput(input: unknown): string {
  const given = typeof input === 'object' && input !== null && 'id' in input ? input.id : input;
  const text = typeof given === 'string' ? given.trim().toLowerCase() : '';
  if (!written.test(text)) throw new Unacceptable('notAnId');
  return text;
}

export const identifierSchema = {
  type: 'string',
  format: 'uuid',
  examples: ['019a2f4e-7c31-7b52-9d0e-6f3a1c8b4d27'],
} as const;

/** An id that says of which object's record it is. */
export function identifierOf(target: string | undefined): JsonSchema {
  return target === undefined ? identifierSchema : { ...identifierSchema, 'x-object': target };
}
