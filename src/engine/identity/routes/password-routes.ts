import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { Identity } from '../identity.ts';
import { sendIdentityMail } from '../mails/identity-mail.ts';
import { networkAddress } from '../network-address.ts';
import { changePassword } from '../passwords/change-password.ts';
import { isPasswordOf } from '../passwords/check-password.ts';
import { companyWords } from '../passwords/company-words.ts';
import { parsePassword, typedPassword } from '../passwords/password-rule.ts';
import { refuseGuessable } from '../passwords/password-strength.ts';
import type { Membership } from '../people.ts';
import { readBody, required } from '../read-body.ts';
import { refuse } from '../refuse.ts';
import { addressOf } from '../sessions/visitor.ts';
import type { Surroundings } from '../surroundings.ts';
import { issueToken, readToken, spendToken } from '../tokens/one-time-tokens.ts';
import { limitAttempts } from './limit-attempts.ts';
import { signedIn } from './signed-in.ts';

const hour = 3600;
const purpose = 'passwordReset';

/** What a link in a mail to somebody who forgot his password stands for; its subject is the identity. */
interface Reset {
  readonly userId: string;
  readonly email: string;
}

/** `/api/auth/change-password` and `/api/auth/password-reset`: a new password, with the old one or by mail. */
export function passwordRoutes(app: FastifyInstance, identity: Identity, around: Surroundings): void {
  const { pool, forget } = identity;
  const database = databaseOn(pool);

  app.post('/api/auth/change-password', async (request, reply) => {
    const caller = await signedIn(identity, request);
    const sent = readBody(request.body, {
      currentPassword: required(typedPassword),
      newPassword: required((input) => parsePassword(input)),
    });
    await limitAttempts(identity, `password ${caller.identityId}`, 10);
    if (!(await isPasswordOf(pool, caller.identityId, sent.currentPassword)))
      throw new Refusal('invalid', [{ field: 'currentPassword', code: 'wrongPassword' }]);
    const person = await around.directory.find(caller);
    const about = [person?.email ?? '', person?.name, ...(await companyWords(database, caller.workspace))];
    await refuseGuessable(sent.newPassword, about, 'newPassword');
    const audit = auditOf(request, caller, 'password.changed');
    await changePassword(pool, forget, {
      ...{ identityId: caller.identityId, password: sent.newPassword, except: caller.sessionId, audit },
    });
    await tellChanged(identity, around, caller);
    return reply.header('cache-control', 'no-store').send({ success: true });
  });

  // Says nothing of whether the address is known, neither in words nor by its time.
  app.post('/api/auth/password-reset', async (request, reply) => {
    const { email } = readBody(request.body, { email: required((input) => textInput(input, 254)) });
    await limitAttempts(identity, `password-reset ${networkAddress(addressOf(request))}`, 20);
    void sendReset(request, email).catch((error: unknown) => console.error(error));
    return reply.code(202).send({ sent: around.mail !== undefined });
  });

  app.post('/api/auth/password-reset/confirm', async (request, reply) => {
    const { token } = readBody(request.body, { token: required((input) => textInput(input, 100)) });
    const { password } = readBody(request.body, { password: required((input) => parsePassword(input)) });
    const known = await readToken<Reset>(database, purpose, token);
    if (known === undefined) throw refuse('notFound', 'linkWorthless');
    const words = await companyWords(database, known.workspace ?? '');
    await refuseGuessable(password, [known.facts.email, ...words]);
    if ((await spendToken(database, purpose, token)) === undefined) throw refuse('notFound', 'linkWorthless');
    const person = { workspace: known.workspace ?? '', userId: known.facts.userId };
    const audit = auditOf(request, person, 'password.reset');
    await changePassword(pool, forget, { identityId: known.subject, password, audit });
    await tellChanged(identity, around, person);
    return reply.code(204).send();
  });

  async function sendReset(request: FastifyRequest, email: string): Promise<void> {
    const [member] = await identity.people.find(email);
    if (member === undefined || around.mail === undefined) return;
    const allowances = [{ key: `password-reset ${member.identityId}`, max: 5, seconds: hour }];
    if ((await identity.attempts.count(allowances)) > 0) return;
    const { workspace, identityId: subject, userId } = member;
    const token = await database.transaction(async (change) => {
      await recordAuditEntry(change, auditOf(request, member, 'password.resetAsked'));
      return issueToken(change, { purpose, workspace, subject, facts: { userId, email }, seconds: hour });
    });
    const href = `${identity.baseUrl}/password-reset#${token}`;
    await sendToPerson(identity, around, member, 'passwordReset', href);
  }
}

function auditOf(
  request: FastifyRequest,
  { workspace, userId }: Pick<Membership, 'workspace' | 'userId'>,
  kind: string,
) {
  return { workspace, actor: userId, kind, ip: addressOf(request) };
}

/** Nobody's password changes without his hearing of it; a mail server that is down does not hold him up. */
async function tellChanged(
  identity: Identity,
  around: Surroundings,
  person: Pick<Membership, 'workspace' | 'userId'>,
): Promise<void> {
  await sendToPerson(identity, around, person, 'passwordChanged').catch((error: unknown) =>
    console.error(error),
  );
}

async function sendToPerson(
  identity: Identity,
  around: Surroundings,
  { workspace, userId }: Pick<Membership, 'workspace' | 'userId'>,
  kind: 'passwordReset' | 'passwordChanged',
  href?: string,
): Promise<void> {
  const person = await around.directory.find({ workspace, userId });
  if (!person?.email) return;
  const company = (await identity.workspaces.get(workspace))?.settings.company ?? '';
  const { name, email: address, locale } = person;
  await sendIdentityMail(around, {
    ...{ kind, locale, to: { name, address }, words: { name, company } },
    ...(href !== undefined && { href }),
  });
}
