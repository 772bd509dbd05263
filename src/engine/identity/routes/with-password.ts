import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Caller } from '../caller.ts';
import type { Identity } from '../identity.ts';
import { isPasswordOf } from '../passwords/check-password.ts';
import { typedPassword } from '../passwords/password-rule.ts';
import { readBody, required } from '../read-body.ts';
import { limitAttempts } from './limit-attempts.ts';
import { signedIn } from './signed-in.ts';

/** Who asks, his password given anew: whoever finds a browser open must not change how its owner proves who he is. */
export async function withPassword(identity: Identity, request: FastifyRequest): Promise<Caller> {
  const caller = await signedIn(identity, request);
  const { password } = readBody(request.body, { password: required(typedPassword) });
  await limitAttempts(identity, `password ${caller.identityId}`, 10);
  if (!(await isPasswordOf(identity.pool, caller.identityId, password)))
    throw new Refusal('invalid', [{ field: 'password', code: 'wrongPassword' }]);
  return caller;
}
