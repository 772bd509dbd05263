import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { Caller } from '../caller.ts';
import { fingerprint } from '../fingerprint.ts';
import type { CallerDescription } from '../recent-callers.ts';
import { refuse } from '../refuse.ts';
import type { Visitor } from './visitor.ts';

/** How somebody proved who he is. */
export type Proof = 'password' | 'password+totp' | 'password+recoveryCode' | 'passkey' | 'oidc' | 'saml';

export interface Opening {
  readonly identityId: string;
  readonly workspace: string;
  readonly by: Proof;
  /** What else the audit should know, such as the provider that vouched. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface OpenSession {
  readonly id: string;
  readonly signedInBy: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

export interface Sessions {
  /** Opens a session with a token of its own, ends the one that the same browser had, and gives the new token. */
  open(opening: Opening, visitor: Visitor): Promise<string>;
  /** The caller's own sessions, the latest first. */
  list(caller: Caller): Promise<readonly OpenSession[]>;
  /** Ends one of the caller's sessions; false when he has no such. */
  end(caller: Caller, id: string, ip: string): Promise<boolean>;
  /** Ends the session in which an administrator acts as the caller. */
  endActing(caller: Caller, ip: string): Promise<void>;
  /** Ends all of the caller's sessions but the one he asks with. */
  endOthers(caller: Caller, ip: string): Promise<void>;
}

export interface SessionsOptions {
  readonly pool: Pool;
  readonly forget: (description: CallerDescription) => void;
}

const openStatement = `
with ended as (delete from guanxi.session where token = $8)
insert into guanxi.session (id, token, identity_id, workspace, ip_address, user_agent, signed_in_by, expires_at)
select $1, $2, m.identity_id, m.workspace, $5, $6, $7, now() + interval '30 days'
from guanxi.membership m join guanxi.workspace w on w.name = m.workspace and not w.closed
where m.identity_id = $3 and m.workspace = $4 and m.disabled_at is null
returning (select user_id from guanxi.membership where identity_id = $3 and workspace = $4)`;

const listStatement = `
select coalesce(json_agg(json_build_object('id', id, 'signedInBy', signed_in_by, 'ip', ip_address,
  'userAgent', user_agent, 'createdAt', created_at, 'lastSeenAt', updated_at, 'current', id::text = $3)
  order by updated_at desc), '[]')
from guanxi.session where identity_id = $1 and workspace = $2 and expires_at > now() and impersonator is null`;

const mine = 'delete from guanxi.session where identity_id = $1 and workspace = $2';
const endStatement = `${mine} and id::text = $3 returning id`;
const endOthersStatement = `${mine} and id::text is distinct from $3 returning id`;

/** The open sessions of people at their browsers. */
export function createSessions({ pool, forget }: SessionsOptions): Sessions {
  const database = databaseOn(pool);

  async function end(caller: Caller, statement: string, id: string | undefined, ip: string) {
    const { identityId, workspace, userId } = caller;
    const ended = await database.transaction(async (change) => {
      const rows = await change.run(statement, [identityId, workspace, id]);
      const entry = { workspace, actor: userId, kind: 'session.ended', facts: { count: rows.length }, ip };
      if (rows.length > 0) await recordAuditEntry(change, entry);
      return rows.length;
    });
    if (ended > 0) forget({ identityId });
    return ended > 0;
  }

  return {
    async open({ identityId, workspace, by, facts }, { ip, userAgent, token: before }) {
      const token = randomBytes(32).toString('base64url');
      const names = [v7(), fingerprint(token), identityId, workspace];
      const values = [...names, ip, userAgent, by, before === undefined ? null : fingerprint(before)];
      await database.transaction(async (change) => {
        const [row] = await change.run(openStatement, values);
        if (row === undefined) throw refuse('forbidden', 'signInDisabled');
        const actor = row[0] ?? undefined;
        await recordAuditEntry(change, {
          ...{ workspace, actor, kind: 'signIn.succeeded', ip },
          facts: { by, ...facts },
        });
      });
      if (before !== undefined) forget({ identityId });
      return token;
    },
    async list({ identityId, workspace, sessionId }) {
      const [row] = await database.run(listStatement, [identityId, workspace, sessionId]);
      return JSON.parse(row?.[0] ?? '[]');
    },
    end: (caller, id, ip) => end(caller, endStatement, id, ip),
    async endActing({ identityId, workspace, userId, sessionId, impersonator }, ip) {
      await database.transaction(async (change) => {
        await change.run('delete from guanxi.session where id::text = $1', [sessionId]);
        await recordAuditEntry(change, {
          ...{ workspace, actor: impersonator?.userId, actingFor: userId, kind: 'impersonation.ended', ip },
          subject: `person/${userId}`,
        });
      });
      forget({ identityId });
    },
    async endOthers(caller, ip) {
      await end(caller, endOthersStatement, caller.sessionId, ip);
    },
  };
}
