import type { FastifyReply } from 'fastify';

/** Sends JSON that the database made, unread. */
export function sendJson(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(text);
}
