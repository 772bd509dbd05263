import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { Caller } from '../caller.ts';
import type { Identity } from '../identity.ts';
import { readBody, required } from '../read-body.ts';
import { refuse } from '../refuse.ts';
import type { Holder } from '../second-factor/second-factor.ts';
import { addressOf } from '../sessions/visitor.ts';
import type { Surroundings } from '../surroundings.ts';
import { readToken, spendToken } from '../tokens/one-time-tokens.ts';
import { demanded, letIn, type Pending, pendingPurpose } from './finish-sign-in.ts';
import { limitAttempts } from './limit-attempts.ts';
import { signedIn } from './signed-in.ts';
import { withPassword } from './with-password.ts';

const token = required((input) => textInput(input, 100));
const code = required((input) => textInput(input, 40));
const wrongCode = () => new Refusal('invalid', [{ field: 'code', code: 'wrongCode' }]);

/** `/api/auth/second-factor`: the second step of signing in; `/api/second-factor`: one's own. */
export function secondFactorRoutes(app: FastifyInstance, identity: Identity, around: Surroundings): void {
  const { secondFactor } = identity;
  const database = databaseOn(identity.pool);

  app.post('/api/auth/second-factor', async (request, reply) => {
    const sent = readBody(request.body, { token, code });
    const { holder, pending } = await owed(sent.token);
    await limitAttempts(identity, `second-factor ${holder.identityId}`, 10);
    const by = { actor: holder.userId, ip: addressOf(request) };
    const recoveryCodes = pending.enrol ? await secondFactor.confirm(holder, sent.code, by) : undefined;
    const kind = pending.enrol
      ? recoveryCodes && ('totp' as const)
      : await secondFactor.check(holder, sent.code, by);
    if (kind === undefined) {
      const { workspace, userId: actor } = holder;
      const facts = { by: 'secondFactor', why: 'wrongCode' };
      await recordAuditEntry(database, { workspace, actor, kind: 'signIn.failed', facts, ip: by.ip });
      throw wrongCode();
    }
    if ((await spendToken(database, pendingPurpose, sent.token)) === undefined)
      throw refuse('notFound', 'signInAgain');
    await identity.attempts.forgive([`second-factor ${holder.identityId}`]);
    const opening = { ...holder, by: `password+${kind}` as const };
    await letIn(identity, around, request, reply, opening, pending.remember);
    reply.header('cache-control', 'no-store');
    return { ...(recoveryCodes && { recoveryCodes }) };
  });

  app.post('/api/auth/second-factor/enrol', async (request, reply) => {
    const sent = readBody(request.body, { token });
    const { holder, pending } = await owed(sent.token);
    if (!pending.enrol) throw refuse('notFound', 'signInAgain');
    reply.header('cache-control', 'no-store');
    return begin(holder);
  });

  app.get('/api/second-factor', async (request, reply) => {
    const caller = await signedIn(identity, request);
    const person = await around.directory.find(caller);
    reply.header('cache-control', 'no-store');
    return {
      ...(await secondFactor.state(caller.identityId)),
      demanded: await demanded(identity, person),
    };
  });

  app.post('/api/second-factor', async (request, reply) => {
    const caller = await withPassword(identity, request);
    if ((await secondFactor.state(caller.identityId)).enabled) throw refuse('conflict', 'secondFactorOn');
    reply.header('cache-control', 'no-store');
    return begin(caller);
  });

  app.post('/api/second-factor/confirm', async (request, reply) => {
    const caller = await signedIn(identity, request);
    const sent = readBody(request.body, { code });
    await limitAttempts(identity, `second-factor ${caller.identityId}`, 10);
    const recoveryCodes = await secondFactor.confirm(caller, sent.code, doer(caller, request));
    if (recoveryCodes === undefined) throw wrongCode();
    return reply.header('cache-control', 'no-store').send({ recoveryCodes });
  });

  app.post('/api/second-factor/recovery-codes', async (request, reply) => {
    const caller = await withPassword(identity, request);
    const recoveryCodes = await secondFactor.renew(caller, doer(caller, request));
    return reply.header('cache-control', 'no-store').send({ recoveryCodes });
  });

  app.post('/api/second-factor/remove', async (request, reply) => {
    const caller = await withPassword(identity, request);
    const person = await around.directory.find(caller);
    if (await demanded(identity, person)) throw refuse('forbidden', 'secondFactorDemanded');
    await secondFactor.remove(caller, doer(caller, request));
    return reply.code(204).send();
  });

  /** Who owes a code, by the token that the password earned. */
  async function owed(text: string): Promise<{ holder: Holder; pending: Pending }> {
    const found = await readToken<Pending>(database, pendingPurpose, text);
    if (found === undefined) throw refuse('notFound', 'signInAgain');
    const { workspace, userId } = found.facts;
    return { holder: { identityId: found.subject, workspace, userId }, pending: found.facts };
  }

  async function begin(holder: Holder) {
    const person = await around.directory.find(holder);
    const company = (await identity.workspaces.get(holder.workspace))?.settings.company ?? '';
    return secondFactor.begin(holder, person?.email ?? '', company);
  }
}

function doer({ userId: actor }: Caller, request: FastifyRequest) {
  return { actor, ip: addressOf(request) };
}
