import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { AttemptCounter } from '../identity/attempts.ts';
import { networkAddress } from '../identity/network-address.ts';
import { isAllowedOrigin } from '../public-forms/allowed-origin.ts';
import { checkChallenge, newChallenge, type Showing } from '../public-forms/challenge.ts';
import { describedForm } from '../public-forms/described-form.ts';
import { changeAnswer, findAnswer } from '../public-forms/kept-answer.ts';
import { isKeptAnswerSign, keptAnswerPath } from '../public-forms/kept-answer-address.ts';
import { type OpenForm, openForm, strangerContext } from '../public-forms/open-form.ts';
import { receiveAnswer } from '../public-forms/receive-answer.ts';
import type { Context } from '../records/context.ts';
import { decisionFor } from '../records/decision.ts';
import { bodyOf } from './body.ts';
import { formPage, openFormPage, type Place } from './form-page.ts';
import { type Locale, localeOf, problemText } from './texts.ts';

type Request = FastifyRequest<{
  Params: { workspace: string; id: string };
  Querystring: { language?: unknown };
}>;

type KeptRequest = FastifyRequest<{
  Params: { workspace: string; id: string; answer: string; sign: string };
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

  const contextFor = async ({ params }: Request | KeptRequest, language: Locale): Promise<Context> => {
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
  /** Counts what one network address sends to a form. */
  const countAnswer = async (request: Request | KeptRequest) => {
    const address = networkAddress(request.ip);
    const wait = await attempts.count([{ key: `form ${key(request)} ${address}`, ...allowance }]);
    if (wait > 0)
      throw new Refusal('tooMany', [], { code: 'tooManyRequests', seconds: wait, retryAfter: wait });
    return address;
  };
  const key = ({ params }: Request | KeptRequest) => `${params.workspace}/${params.id}`;

  app.options(path, async (request, reply) => preflight(request, reply));

  app.get(path, async (request: Request, reply) => {
    open(request, reply);
    const { context, form } = await found(request);
    refuseSite(request, form);
    const times = await form.declaration.times?.(form.record as never, decisionFor(context));
    return {
      ...describedForm(context.registry, form.shown, times),
      challenge: newChallenge(secret, showing(key(request), form), context.now),
    };
  });

  app.post(path, { bodyLimit: largest }, async (request: Request, reply) => {
    open(request, reply);
    refuseSite(request, (await found(request)).form);
    const address = await countAnswer(request);
    const body = bodyOf(request);
    const { token, solution, trap } = body;
    const signed = checkChallenge(secret, key(request), { token, solution, trap }, Date.now());
    const { context, form } = await found(request, signed.language);
    if (showing(key(request), form).print !== signed.print)
      throw new Refusal('conflict', [{ field: 'challenge', code: 'formChanged' }]);
    const answer = await receiveAnswer(context, form, body, {
      ...{ networkAddress: address, nonce: signed.nonce },
    });
    const { thanks, redirect } = form.shown;
    const { workspace, id } = request.params;
    return reply.code(201).send({
      ...{ thanks, redirect },
      ...(answer !== undefined && { back: keptAnswerPath(secret, { workspace, form: id, answer }) }),
    });
  });

  /** What somebody finds who follows an address that leads nowhere: the page, on which the script says so. */
  const closedPage =
    (request: Request | KeptRequest, reply: FastifyReply, place: Place) => (error: unknown) => {
      if (!(error instanceof Refusal) || error.kind !== 'notFound') throw error;
      const language = languageOf(request);
      const shown = { language, title: problemText(language, 'formClosed', {}), origins: [] };
      return formPage(reply.code(404), shown, place);
    };
  // Nothing of an address that we did not make gets into a page.
  const nowhere = { form: 'nowhere/nothing' };

  app.get('/forms/:workspace/:id', (request: Request, reply) =>
    found(request).then((form) => openFormPage(reply, form), closedPage(request, reply, nowhere)),
  );

  const keptPath = `${path}/answers/:answer/:sign`;
  const signedContext = async (request: KeptRequest) => {
    const { workspace, id, answer, sign } = request.params;
    if (!isKeptAnswerSign(sign, secret, { workspace, form: id, answer })) throw new Refusal('notFound');
    return contextFor(request, languageOf(request));
  };
  const told = async (context: Context, { params }: KeptRequest) => ({
    language: context.actor.locale,
    ...(await findAnswer(context, params.id, params.answer)),
  });

  app.options(keptPath, async (request, reply) => preflight(request, reply));

  app.get(keptPath, async (request: KeptRequest, reply) => {
    open(request, reply).header('cache-control', 'no-store');
    return told(await signedContext(request), request);
  });

  app.post(keptPath, { bodyLimit: largest }, async (request: KeptRequest, reply) => {
    open(request, reply);
    await countAnswer(request);
    const context = await signedContext(request);
    const { id, answer } = request.params;
    await changeAnswer(context, id, answer, bodyOf(request));
    return told(context, request);
  });

  app.get('/forms/:workspace/:id/:answer/:sign', (request: KeptRequest, reply) => {
    const answer = `${request.params.answer}/${request.params.sign}`;
    reply.header('cache-control', 'no-store');
    return signedContext(request).then(
      ({ actor, workspace }) => {
        const shown = { language: actor.locale, title: workspace.label, origins: [] };
        return formPage(reply, shown, { form: key(request), answer });
      },
      closedPage(request, reply, { ...nowhere, answer: 'nothing/nothing' }),
    );
  });
}

function languageOf({ query, headers }: Request | KeptRequest): Locale {
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

function preflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return open(request, reply)
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-allow-headers', 'content-type, accept-language')
    .header('access-control-max-age', '600')
    .code(204)
    .send();
}

/** Any page may ask; whether it may show the form is the form's to say, in an answer that the page can read. */
function open({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .header('access-control-allow-origin', headers.origin ?? '*')
    .header('vary', 'origin, accept-language')
    .header('cross-origin-resource-policy', 'cross-origin');
}
