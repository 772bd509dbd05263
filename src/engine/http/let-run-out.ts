import type { FastifyRequest } from 'fastify';

/**
 * Reads past what is left of a request. A client listens only when it has said everything, and a connection on which
 * something is left unread is good for no other request.
 */
export function letRunOut({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}
