import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** JSON in UTF-8, with what tells it from any other. */
export interface TaggedText {
  readonly text: Buffer;
  readonly tag: string;
}

export function tagOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}

/** Sends JSON that seldom changes, or word that the client has it already. */
export function sendUnlessKnown(request: FastifyRequest, reply: FastifyReply, content: object): FastifyReply {
  const text = Buffer.from(JSON.stringify(content));
  return sendTagged(request, reply, { text, tag: tagOf(text) });
}

/** The same, of what is text already. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, tag }: TaggedText,
): FastifyReply {
  const named = `W/"${tag}"`;
  reply
    .header('etag', named)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'cookie, authorization');
  if (request.headers['if-none-match']?.split(/,\s*/).includes(named)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(text);
}
