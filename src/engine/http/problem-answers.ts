import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import { isAway } from '../database/is-away.ts';
import { withoutValues } from '../database/without-values.ts';
import type { Context } from '../records/context.ts';
import { problemOf, refusalOf } from './problem.ts';
import { type Locale, localeOf, problemText } from './texts.ts';

/** Answers whatever goes wrong with a problem document in the language of the person who asks. */
export function problemAnswers(
  app: FastifyInstance,
  registry: Registry,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal === undefined) {
      const away = isAway(error);
      if (away) return sendAway(request, reply);
      console.error(withoutValues(error));
      return reply
        .code(500)
        .type('application/problem+json')
        .send({ type: 'about:blank', title: 'Internal Server Error', status: 500, errors: [] });
    }
    const locale = await localeFor(request, refusal, contextOf);
    const problem = problemOf(refusal, (code, parameters) =>
      problemText(locale, code, parameters, registry.modules),
    );
    if (refusal.detail.retryAfter !== undefined)
      reply.header('retry-after', String(refusal.detail.retryAfter));
    return reply.code(problem.status).type('application/problem+json').send(problem);
  });
}

/** In the language that the browser asks for: who it is cannot be looked up. */
function sendAway(request: FastifyRequest, reply: FastifyReply) {
  const locale = localeOf(request.headers['accept-language']);
  const refusal = new Refusal('unavailable', [], { code: 'databaseAway' });
  const problem = problemOf(refusal, (code, parameters) => problemText(locale, code, parameters));
  return reply.code(503).header('retry-after', '1').type('application/problem+json').send(problem);
}

/** Answers an address that leads to no route because of how it is written. */
export function addressProblem(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const locale = localeOf(request.headers['accept-language']);
  const problem = problemOf(new Refusal('notFound'), (code, parameters) =>
    problemText(locale, code, parameters),
  );
  reply.code(problem.status).type('application/problem+json').send(problem);
}

/** The person's own language; of one who is not known, the browser's. */
async function localeFor(
  request: FastifyRequest,
  { kind }: Refusal,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): Promise<Locale> {
  const asked = localeOf(request.headers['accept-language']);
  const { cookie, authorization } = request.headers;
  if (kind === 'unauthenticated' || kind === 'tooMany' || !(cookie || authorization)) return asked;
  return contextOf(request).then(
    ({ actor }) => actor.locale,
    () => asked,
  );
}
