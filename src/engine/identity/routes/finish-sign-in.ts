import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { DirectoryPerson } from '../directory.ts';
import type { Identity } from '../identity.ts';
import type { Person } from '../people.ts';
import { worksHere } from '../providers/works-here.ts';
import { readPolicy } from '../second-factor/sign-in-policy.ts';
import { firstMembership } from '../sessions/first-membership.ts';
import type { Opening, Proof } from '../sessions/sessions.ts';
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
  const person = await stillHere(identity, around, request, member, 'password');
  if (enabled || (await demanded(identity, person))) {
    const pending: Pending = { ...member, remember, enrol: !enabled };
    const token = await issueToken(databaseOn(pool), {
      ...{ purpose: pendingPurpose, workspace: member.workspace, subject: identityId, seconds: 600 },
      facts: { ...pending },
    });
    return { next: enabled ? 'code' : 'enrol', token };
  }
  await letIn(identity, around, request, reply, { identityId, ...member, by: 'password' }, remember);
  return { user: { email } };
}

/** Whether one of the person's roles demands a second factor. */
export async function demanded(identity: Identity, person: DirectoryPerson | undefined): Promise<boolean> {
  if (person === undefined) return false;
  const { secondFactorRoles } = await readPolicy(databaseOn(identity.pool), person.workspace);
  return person.roles.some((role) => secondFactorRoles.includes(role));
}

/** Opens a session for somebody who works here, whatever he proved himself by, and gives the browser its cookie. */
export async function letIn(
  identity: Identity,
  around: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
  { userId, ...opening }: Opening & Person,
  remember = true,
): Promise<void> {
  await stillHere(identity, around, request, { workspace: opening.workspace, userId }, opening.by);
  const token = await identity.sessions.open(opening, visitorOf(identity, request));
  setSessionCookie(identity, reply, token, remember);
}

/** The person as he is recorded; who has left is told so, and the audit keeps that he tried. */
async function stillHere(
  { pool }: Identity,
  { directory }: Surroundings,
  request: FastifyRequest,
  { workspace, userId }: Person,
  by: Proof,
): Promise<DirectoryPerson> {
  try {
    return await worksHere(directory, { workspace, userId });
  } catch (error) {
    await recordAuditEntry(databaseOn(pool), {
      ...{ workspace, actor: userId, kind: 'signIn.failed', ip: addressOf(request) },
      facts: { by, why: 'inactive' },
    });
    throw error;
  }
}
