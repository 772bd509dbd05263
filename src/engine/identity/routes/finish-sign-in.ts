import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { DirectoryPerson } from '../directory.ts';
import type { Identity } from '../identity.ts';
import { refuse } from '../refuse.ts';
import { readPolicy } from '../second-factor/sign-in-policy.ts';
import { firstMembership } from '../sessions/first-membership.ts';
import type { Opening } from '../sessions/sessions.ts';
import { setSessionCookie } from '../sessions/set-session-cookie.ts';
import { addressOf, visitorOf } from '../sessions/visitor.ts';
import type { Surroundings } from '../surroundings.ts';
import { issueToken } from '../tokens/one-time-tokens.ts';

/** How a sign-in goes on: with a code, or with setting up the second factor that a role demands. */
export interface NextStep {
  readonly next: 'code' | 'enrol';
  readonly token: string;
}

/** What somebody has shown who still owes a code. */
export interface Pending {
  readonly workspace: string;
  readonly userId: string;
  readonly remember: boolean;
  readonly enrol: boolean;
}

export const pendingPurpose = 'secondFactor';

/** After the right password: a session, or what is still missing for one. */
export async function afterPassword(
  identity: Identity,
  around: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
  { identityId, email, remember }: { identityId: string; email: string; remember: boolean },
): Promise<NextStep | { readonly user: { readonly email: string } }> {
  const { pool } = identity;
  const member = await firstMembership(pool, identityId);
  const { enabled } = await identity.secondFactor.state(identityId);
  const person = await around.directory.find(member);
  if (person?.active === false) {
    await recordAuditEntry(databaseOn(pool), {
      ...{ workspace: member.workspace, actor: member.userId, kind: 'signIn.failed', ip: addressOf(request) },
      facts: { email, by: 'password', why: 'inactive' },
    });
    throw refuse('unauthenticated', 'accessEnded');
  }
  if (enabled || (await demanded(identity, person))) {
    const pending: Pending = { ...member, remember, enrol: !enabled };
    const token = await issueToken(databaseOn(pool), {
      ...{ purpose: pendingPurpose, workspace: member.workspace, subject: identityId, seconds: 600 },
      facts: { ...pending },
    });
    return { next: enabled ? 'code' : 'enrol', token };
  }
  await letIn(
    identity,
    request,
    reply,
    { identityId, workspace: member.workspace, by: 'password' },
    remember,
  );
  return { user: { email } };
}

/** Whether one of the person's roles demands a second factor. */
export async function demanded(identity: Identity, person: DirectoryPerson | undefined): Promise<boolean> {
  if (person === undefined) return false;
  const { secondFactorRoles } = await readPolicy(identity.pool, person.workspace);
  return person.roles.some((role) => secondFactorRoles.includes(role));
}

/** Opens a session and gives the browser its cookie. */
export async function letIn(
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
  opening: Opening,
  remember = true,
): Promise<void> {
  const token = await identity.sessions.open(opening, visitorOf(identity, request));
  setSessionCookie(identity, reply, token, remember);
}
