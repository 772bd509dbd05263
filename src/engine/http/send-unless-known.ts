import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends JSON that seldom changes, or word that the client has it already. */
export function sendUnlessKnown(request: FastifyRequest, reply: FastifyReply, content: object): FastifyReply {
  const text = JSON.stringify(content);
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'cookie, authorization');
  if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(text);
}
