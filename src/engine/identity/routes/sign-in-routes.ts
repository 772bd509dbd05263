import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { Identity } from '../identity.ts';
import { checkPassword } from '../passwords/check-password.ts';
import { typedPassword } from '../passwords/password-rule.ts';
import { optional, readBody, required } from '../read-body.ts';
import { refuse } from '../refuse.ts';
import { addressOf } from '../sessions/visitor.ts';
import { signInAllowances } from '../sign-in-allowances.ts';
import type { Surroundings } from '../surroundings.ts';
import { afterPassword } from './finish-sign-in.ts';

const signInBody = {
  email: required((input) => textInput(input, 254).toLowerCase()),
  password: required(typedPassword),
  rememberMe: optional((input) => {
    if (typeof input !== 'boolean') throw new Unacceptable('notBoolean');
    return input;
  }),
};

/** `/api/auth/sign-in/…`: coming in. */
export function signInRoutes(app: FastifyInstance, identity: Identity, around: Surroundings): void {
  app.post('/api/auth/sign-in/email', async (request, reply) => {
    return signInByPassword(identity, around, request, reply, request.body);
  });
}

/** Tries to sign in, unless too many have tried in vain; the answer sets the session's cookie, or says what is owed. */
export async function signInByPassword(
  identity: Identity,
  around: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: unknown,
): Promise<object> {
  const { email, password, rememberMe = true } = readBody(sent, signInBody);
  const ip = addressOf(request);
  const allowances = signInAllowances(email, ip);
  const seconds = await identity.attempts.count(allowances);
  const identityId = seconds > 0 ? undefined : await checkPassword(identity.pool, email, password);
  if (identityId === undefined) {
    await noteFailure(identity, email, seconds > 0 ? 'tooManyAttempts' : 'wrongPassword', ip);
    if (seconds > 0) throw refuse('tooMany', 'tooManyAttempts', { seconds });
    throw refuse('unauthenticated', 'wrongEmailOrPassword');
  }
  await identity.attempts.forgive(allowances.map(({ key }) => key));
  reply.header('cache-control', 'no-store');
  return afterPassword(identity, around, request, reply, { identityId, email, remember: rememberMe });
}

async function noteFailure(identity: Identity, email: string, why: string, ip: string): Promise<void> {
  const [person] = await identity.people.find(email);
  await recordAuditEntry(databaseOn(identity.pool), {
    ...{ workspace: person?.workspace, actor: person?.userId, kind: 'signIn.failed', ip },
    facts: { email, by: 'password', why },
  });
}
