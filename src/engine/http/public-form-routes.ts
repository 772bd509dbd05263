import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { AttemptCounter } from '../identity/attempts.ts';
import { networkAddress } from '../identity/network-address.ts';
import { isAllowedOrigin } from '../public-forms/allowed-origin.ts';
import { checkChallenge, newChallenge, type Showing } from '../public-forms/challenge.ts';
import { describedForm } from '../public-forms/described-form.ts';
import { type OpenForm, openForm, strangerContext } from '../public-forms/open-form.ts';
import { receiveAnswer } from '../public-forms/receive-answer.ts';
import type { Context } from '../records/context.ts';
import { bodyOf } from './body.ts';
import { formPage } from './form-page.ts';
import { type Locale, localeOf } from './texts.ts';

type Request = FastifyRequest<{
  Params: { workspace: string; id: string };
  Querystring: { language?: unknown };
}>;

interface Found {
  readonly context: Context;
  readonly form: OpenForm;
}

export interface PublicFormOptions {
  readonly baseUrl: string;
  /** Signs what is shown. */
  readonly secret: string;
  readonly attempts: AttemptCounter;
  /** A workspace with whatever else a context needs but the actor; undefined when there is none of that name. */
  surroundings(workspace: string): Promise<Omit<Context, 'actor'> | undefined>;
}

/** Answers from one network address, in seconds: an office sends a few, a program many. */
const allowance = { max: 20, seconds: 600 };
const largest = 64 * 1024;

/** `/api/public-forms/{workspace}/{id}`: what strangers are asked, and what they answer, on any page that may show it. */
export function publicFormRoutes(app: FastifyInstance, options: PublicFormOptions): void {
  const { baseUrl, secret, attempts } = options;
  const path = '/api/public-forms/:workspace/:id';

  const contextFor = async ({ params }: Request, language: Locale): Promise<Context> => {
    const surroundings = await options.surroundings(params.workspace);
    if (surroundings === undefined) throw new Refusal('notFound');
    return strangerContext(surroundings, language);
  };
  const found = async (request: Request, language = languageOf(request)): Promise<Found> => {
    const context = await contextFor(request, language);
    return { context, form: await openForm(context, request.params.id, language) };
  };
  const refuseSite = ({ headers }: Request, { shown }: OpenForm) => {
    if (!isAllowedOrigin(headers.origin, shown.origins, baseUrl))
      throw new Refusal('forbidden', [{ field: 'origin', code: 'formOrigin' }]);
  };
  const key = ({ params }: Request) => `${params.workspace}/${params.id}`;

  app.options(path, async (request, reply) =>
    open(request, reply)
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'content-type, accept-language')
      .header('access-control-max-age', '600')
      .code(204)
      .send(),
  );

  app.get(path, async (request: Request, reply) => {
    open(request, reply);
    const { context, form } = await found(request);
    refuseSite(request, form);
    return {
      ...describedForm(context.registry, form.shown),
      challenge: newChallenge(secret, showing(key(request), form), context.now),
    };
  });

  app.post(path, { bodyLimit: largest }, async (request: Request, reply) => {
    open(request, reply);
    refuseSite(request, (await found(request)).form);
    const address = networkAddress(request.ip);
    const wait = await attempts.count([{ key: `form ${key(request)} ${address}`, ...allowance }]);
    if (wait > 0)
      throw new Refusal('tooMany', [], { code: 'tooManyRequests', seconds: wait, retryAfter: wait });
    const body = bodyOf(request);
    const { token, solution, trap } = body;
    const signed = checkChallenge(secret, key(request), { token, solution, trap }, Date.now());
    const { context, form } = await found(request, signed.language);
    if (showing(key(request), form).print !== signed.print)
      throw new Refusal('conflict', [{ field: 'challenge', code: 'formChanged' }]);
    await receiveAnswer(context, form, body, { networkAddress: address, nonce: signed.nonce });
    const { thanks, redirect } = form.shown;
    return reply.code(201).send({ thanks, redirect });
  });

  app.get('/forms/:workspace/:id', async (request: Request, reply) => formPage(reply, await found(request)));
}

function languageOf({ query, headers }: Request): Locale {
  const { language } = query;
  return localeOf(typeof language === 'string' ? language : headers['accept-language']);
}

/** What somebody agrees to is what he was shown: an answer to other texts is not taken. */
function showing(form: string, { shown }: OpenForm): Showing {
  const print = createHash('sha256')
    .update(JSON.stringify(shown.agreements))
    .digest('base64url')
    .slice(0, 16);
  return { form, language: shown.language, print };
}

/** Any page may ask; whether it may show the form is the form's to say, in an answer that the page can read. */
function open({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .header('access-control-allow-origin', headers.origin ?? '*')
    .header('vary', 'origin, accept-language')
    .header('cross-origin-resource-policy', 'cross-origin');
}
