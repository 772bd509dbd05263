import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { asSystem } from '../access/actor.ts';
import { findInvitation, guestAnswers, keepAnswer } from '../guests/answer.ts';
import { isSigned } from '../guests/answer-address.ts';
import type { AttemptCounter } from '../identity/attempts.ts';
import { networkAddress } from '../identity/network-address.ts';
import type { Context } from '../records/context.ts';
import { guestPage, guestPages, nothingHere } from './guest-page.ts';
import { takeForms } from './stranger-page.ts';
import { type Locale, localeOf } from './texts.ts';

type Request = FastifyRequest<{ Params: { workspace: string; id: string; sign: string } }>;

export interface GuestOptions {
  readonly secret: string;
  readonly attempts: AttemptCounter;
  /** A workspace with whatever else a context needs but the actor; undefined when there is none of that name. */
  surroundings(workspace: string): Promise<Omit<Context, 'actor'> | undefined>;
}

/** Answers from one network address, in seconds. */
const allowance = { max: 60, seconds: 600 };

/**
 * `/guests/{workspace}/{id}/{sign}`: where somebody who is invited says whether he comes, without signing in. Reading the
 * page changes nothing, as programs that look through mails follow its links; the answer is sent by a button.
 */
export async function guestRoutes(app: FastifyInstance, options: GuestOptions): Promise<void> {
  await app.register(async (inner) => {
    const path = '/guests/:workspace/:id/:sign';
    takeForms(inner);
    const found = async ({ params }: Request, locale: Locale) => {
      const { workspace, id, sign } = params;
      if (!isSigned(options.secret, workspace, id, sign)) return undefined;
      const around = await options.surroundings(workspace);
      if (around === undefined) return undefined;
      const actor = {
        ...asSystem('A guest answers an invitation.'),
        locale,
        timeZone: around.workspace.timeZone,
      };
      const context: Context = { ...around, actor, verb: 'answered' };
      const invitation = await findInvitation(context, id);
      return invitation && { context, invitation };
    };
    const show = async (request: Request, reply: FastifyReply) => {
      const locale = localeOf(request.headers['accept-language']);
      const here = await found(request, locale);
      guestPages.headers(reply);
      return here === undefined
        ? reply.code(404).send(nothingHere(locale))
        : reply.send(guestPage(here.context, here.invitation, locale));
    };
    inner.get(path, show);
    inner.post(path, async (request: Request, reply) => {
      const wait = await options.attempts.count([
        { key: `guest ${networkAddress(request.ip)}`, ...allowance },
      ]);
      if (wait > 0)
        throw new Refusal('tooMany', [], { code: 'tooManyRequests', seconds: wait, retryAfter: wait });
      const said = new URLSearchParams(String(request.body ?? '')).get('answer');
      const answer = guestAnswers.find((each) => each === said);
      const here = await found(request, localeOf(request.headers['accept-language']));
      if (here !== undefined && answer !== undefined) await keepAnswer(here.context, here.invitation, answer);
      return reply.redirect(request.url, 303);
    });
  });
}
