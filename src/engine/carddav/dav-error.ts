import type { FastifyReply, FastifyRequest } from 'fastify';
import { declaration, spaces } from './write-xml.ts';

/** A refusal that names the condition which was not met (RFC 4918, 16). */
export class DavError extends Error {
  readonly status: number;
  readonly condition: string | undefined;

  /** `condition` is the XML of what was not met. */
  constructor(status: number, condition?: string) {
    super(condition ?? String(status));
    this.name = 'DavError';
    this.status = status;
    this.condition = condition;
  }
}

/** Error handler: what is no refusal of the protocol's own is for the handler around this one. */
export function sendDavError(error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!(error instanceof DavError)) throw error;
  reply.code(error.status).type('application/xml; charset=utf-8');
  return reply.send(`${declaration}<d:error ${spaces}>${error.condition ?? ''}</d:error>`);
}
