import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { Identity } from '../identity.ts';
import { readBody } from '../read-body.ts';
import { refuse } from '../refuse.ts';
import { signInAllowances } from '../sign-in-allowances.ts';
import { authPassages, signInBody } from './auth-passages.ts';
import { askBetterAuth, clientAddress, passOn } from './forward.ts';

/** `/api/auth/…`: signing in and out, one's sessions, one's password. */
export function authRoutes(app: FastifyInstance, identity: Identity): void {
  for (const { method, path, body } of authPassages) {
    app.route({
      method,
      url: `/api/auth${path}`,
      async handler(request, reply) {
        const sent = method === 'POST' ? { body: readBody(request.body, body) } : {};
        return passOn(await askBetterAuth(identity, request, { method, path, ...sent }), reply);
      },
    });
  }
  app.post('/api/auth/sign-in/email', async (request, reply) => {
    return passOn(await signInByPassword(identity, request, request.body), reply);
  });
  app.all('/api/auth/*', async () => {
    throw refuse('notFound', 'noRoute');
  });
}

/** Tries to sign in, unless too many have tried in vain. */
export async function signInByPassword(
  identity: Identity,
  request: FastifyRequest,
  sent: unknown,
): Promise<Response> {
  const body = readBody(sent, signInBody);
  const allowances = signInAllowances(body.email, clientAddress(request));
  const seconds = await identity.attempts.count(allowances);
  if (seconds > 0) throw refuse('tooMany', 'tooManyAttempts', { seconds });
  const response = await askBetterAuth(identity, request, { method: 'POST', path: '/sign-in/email', body });
  if (response.ok) await identity.attempts.forgive(allowances.map(({ key }) => key));
  await noteSignIn(identity, response.ok, body.email, clientAddress(request));
  return response;
}

async function noteSignIn(identity: Identity, succeeded: boolean, email: string, ip: string): Promise<void> {
  const [person] = await identity.people.find(email);
  await recordAuditEntry(databaseOn(identity.pool), {
    workspace: person?.workspace,
    actor: person?.userId,
    kind: succeeded ? 'signIn.succeeded' : 'signIn.failed',
    facts: { email, by: 'password' },
    ip,
  });
}
