import type { Pool } from 'pg';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { databaseOn } from '../database/database.ts';
import type { Caller } from './caller.ts';
import { type Closure, closureOf } from './closure.ts';
import { fingerprint } from './fingerprint.ts';

export interface FoundCaller {
  /** Nobody while his workspace is closed; then it is said why. */
  readonly caller?: Caller;
  readonly closure?: Closure;
  /** Milliseconds since 1970 after which the credential is worthless. */
  readonly expiresAt: number | undefined;
}

interface CallerRow {
  id: string;
  identity_id: string;
  workspace: string;
  user_id: string;
  expires_at: Date | null;
  used_lately: boolean;
  closure: Closure | null;
}

interface SessionRow extends CallerRow {
  signed_in_by: string;
  impersonator: string | null;
}

interface KeyRow extends CallerRow {
  in_use: boolean;
  scopes: string[] | null;
}

// A person who was deactivated is nobody.
const member = `
  join guanxi.membership m
    on m.identity_id = c.identity_id and m.workspace = c.workspace and m.disabled_at is null
  join guanxi.workspace w on w.name = m.workspace`;

const sessionStatement = `
select c.id, c.identity_id, c.workspace, m.user_id, c.expires_at, c.signed_in_by, c.impersonator, ${closureOf} as closure,
  c.updated_at > now() - interval '5 minutes' as used_lately
from guanxi.session c ${member}
where c.token = $1 and c.expires_at > now() and c.updated_at > now() - interval '7 days'`;

const keyStatement = `
select c.id, c.identity_id, c.workspace, m.user_id, c.scopes, c.expires_at, ${closureOf} as closure,
  coalesce(c.last_used_at > now() - interval '1 minute', false) as used_lately,
  coalesce(c.last_used_at > now() - interval '1 hour', false) as in_use
from guanxi.api_key c ${member}
where c.hash = $1 and c.revoked_at is null and (c.expires_at is null or c.expires_at > now())`;

/**
 * The person behind a session token whose signature has been checked. Seven days without a visit end a session, so a
 * visit is noted now and then.
 */
export async function findSessionCaller(pool: Pool, token: string): Promise<FoundCaller | undefined> {
  const found = await pool.query<SessionRow>({
    name: 'identity.session',
    text: sessionStatement,
    values: [fingerprint(token)],
  });
  const row = found.rows[0];
  if (row === undefined) return undefined;
  if (row.closure !== null) return { closure: row.closure, expiresAt: undefined };
  if (!row.used_lately) noteUse(pool, 'session', 'updated_at', row.id);
  return {
    caller: {
      ...{ ...person(row), via: 'session', sessionId: row.id, signedInBy: row.signed_in_by },
      ...(row.impersonator !== null && {
        impersonator: { userId: row.impersonator, until: row.expires_at?.getTime() ?? 0 },
      }),
    },
    expiresAt: row.expires_at?.getTime(),
  };
}

/**
 * The person behind an API key; notes about once a minute that the key is in use, and in the audit when it is taken up
 * after an hour of rest.
 */
export async function findKeyCaller(pool: Pool, key: string): Promise<FoundCaller | undefined> {
  const found = await pool.query<KeyRow>({
    name: 'identity.apiKey',
    text: keyStatement,
    values: [fingerprint(key)],
  });
  const row = found.rows[0];
  if (row === undefined) return undefined;
  if (row.closure !== null) return { closure: row.closure, expiresAt: undefined };
  if (!row.used_lately) noteUse(pool, 'api_key', 'last_used_at', row.id);
  if (!row.in_use) noteTakenUp(pool, row);
  const scopes = row.scopes === null ? {} : { scopes: row.scopes };
  return {
    caller: { ...person(row), via: 'apiKey', ...scopes, apiKeyId: row.id },
    expiresAt: row.expires_at?.getTime(),
  };
}

function person(row: CallerRow): Pick<Caller, 'identityId' | 'workspace' | 'userId'> {
  return { identityId: row.identity_id, workspace: row.workspace, userId: row.user_id };
}

function noteUse(pool: Pool, table: 'session' | 'api_key', column: string, id: string): void {
  // Nobody waits for this, and a request must not fail because it did.
  pool
    .query({
      name: `identity.used.${table}`,
      text: `update guanxi.${table} set ${column} = now() where id = $1`,
      values: [id],
    })
    .catch(() => undefined);
}

function noteTakenUp(pool: Pool, { id, workspace, user_id: actor }: KeyRow): void {
  const entry = { workspace, actor, kind: 'apiKey.used', subject: `apiKey/${id}` };
  recordAuditEntry(databaseOn(pool), entry).catch(() => undefined);
}
