import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { refuse } from '../refuse.ts';
import { problemDocument } from './problem-document.ts';
import { readerLocale } from './reader-locale.ts';

/** Error handler: answers refusals, and what Fastify itself refuses, as problem documents. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error);
  // A failure of our own is for the handler around this one.
  if (refusal === undefined) throw error;
  const document = problemDocument(refusal, readerLocale(request.headers['accept-language']));
  if (refusal.kind === 'tooMany') reply.header('retry-after', String(refusal.detail.seconds ?? 60));
  return reply
    .code(document.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(document);
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { code = '', statusCode = 500 } = (error ?? {}) as { code?: string; statusCode?: number };
  if (statusCode === 413) return refuse('tooLarge', 'bodyTooLarge');
  if (/^FST_ERR_CTP_(INVALID_JSON|INVALID_MEDIA|EMPTY_JSON)/.test(code)) return refuse('invalid', 'notJson');
  if (error instanceof SyntaxError && statusCode === 400) return refuse('invalid', 'notJson');
  return statusCode < 500 ? refuse('invalid', 'invalidRequest') : undefined;
}
