import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';

/** The state that the address asks for, one of these; undefined where it asks for all. */
export function stateAsked(request: FastifyRequest, states: readonly string[]): string | undefined {
  const { state } = request.query as { state?: unknown };
  if (state === undefined) return undefined;
  const value = quotedValue(state);
  if (states.includes(value)) return state as string;
  throw new Refusal('invalid', [
    { field: 'state', code: 'notAChoice', parameters: { value, choices: states.join(', ') } },
  ]);
}
