import type { FastifyReply } from 'fastify';

/** Sends JSON that the database made, unread: a text, or pieces of one. */
export function sendJson(
  reply: FastifyReply,
  status: number,
  json: string | readonly (string | Buffer)[],
): FastifyReply {
  const sent =
    typeof json === 'string' ? json : Buffer.concat(json.map((piece) => Buffer.from(piece as string)));
  return reply.code(status).type('application/json; charset=utf-8').send(sent);
}
