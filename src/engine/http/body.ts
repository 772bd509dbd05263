import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';

/** A request's body that must be an object. */
export function bodyOf({ body }: FastifyRequest): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('invalid', [{ field: '', code: 'notARecord' }]);
  return body as Readonly<Record<string, unknown>>;
}
