import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { instantInput } from '#kernel/field/date-time/date-time.ts';
import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { databaseOn } from '../database/database.ts';
import { apiKeyStart, newApiKeyText } from './api-key-text.ts';
import type { Caller } from './caller.ts';
import { constraintViolation } from './constraint-violation.ts';
import { fingerprint } from './fingerprint.ts';
import type { Doer } from './note-done.ts';
import { optional, readBody, required } from './read-body.ts';
import type { CallerDescription } from './recent-callers.ts';
import { parseScopes } from './scopes.ts';

/** The person a key acts for, in one workspace. */
export type KeyOwner = Pick<Caller, 'identityId' | 'workspace'>;

/** A stored key as the database writes it. */
type KeyJson = Record<keyof ApiKey, never>;

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The first characters of the key. */
  readonly start: string;
  /** null: everything the person may do. */
  readonly scopes: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes?: readonly string[] | null;
  /** ISO 8601; absent means until it is revoked. */
  readonly expiresAt?: string | null;
}

export interface ApiKeys {
  /** Makes a key; its text is in this answer and nowhere else, ever. */
  create(owner: KeyOwner, input: NewApiKey, by?: Doer): Promise<ApiKey & { readonly key: string }>;
  /** The owner's keys that still work or would but for their date. */
  list(owner: KeyOwner): Promise<ApiKey[]>;
  /** Refuses the key from now on; false when the owner has no such key. */
  revoke(owner: KeyOwner, id: string, by?: Doer): Promise<boolean>;
}

export interface ApiKeysOptions {
  readonly pool: Pool;
  readonly forget: (description: CallerDescription) => void;
}

const json = `json_build_object('id', id, 'name', name, 'start', start, 'scopes', scopes,
  'createdAt', created_at, 'expiresAt', expires_at, 'lastUsedAt', last_used_at)`;

/** The person in the workspace's own records, for the audit. */
const owner = `(select user_id from guanxi.membership m
  where m.identity_id = api_key.identity_id and m.workspace = api_key.workspace)`;

const createStatement = `
insert into guanxi.api_key (id, identity_id, workspace, name, hash, start, scopes, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${json}, ${owner}`;

const listStatement = `
select ${json} from guanxi.api_key
where identity_id = $1 and workspace = $2 and revoked_at is null order by created_at desc, id desc`;

const revokeStatement = `
update guanxi.api_key set revoked_at = now()
where identity_id = $1 and workspace = $2 and id::text = $3 and revoked_at is null returning ${json}, ${owner}`;

const refuseStranger = constraintViolation({
  api_key_identity_id_workspace_fkey: { field: 'user', code: 'noSignIn' },
});

/** Keys by which programs act as a person. */
export function createApiKeys({ pool, forget }: ApiKeysOptions): ApiKeys {
  const database = databaseOn(pool);

  /** Runs a change to one key and tells the audit, in the owner's name unless somebody else did it. */
  function change(kind: string, statement: string, values: readonly unknown[], workspace: string, by: Doer) {
    return database.transaction(async (change) => {
      const [row] = await change.run(statement, values).catch(refuseStranger);
      if (row === undefined) return undefined;
      const key = keyOf(row[0]);
      const [actor, facts] = [by.actor ?? row[1] ?? undefined, { name: key.name, scopes: key.scopes }];
      const { actingFor, ip } = by;
      await recordAuditEntry(change, {
        ...{ workspace, actor, actingFor, kind, subject: `apiKey/${key.id}`, facts, ip },
      });
      return key;
    });
  }

  return {
    async create(owner, input, by = {}) {
      const { name, scopes, expiresAt } = readBody(input, {
        name: required((value) => textInput(value, 100)),
        scopes: parseScopes,
        expiresAt: optional(futureInstant),
      });
      const key = newApiKeyText();
      const mine = [owner.identityId, owner.workspace];
      const values = [v7(), ...mine, name, fingerprint(key), apiKeyStart(key), scopes, expiresAt];
      const made = await change('apiKey.created', createStatement, values, owner.workspace, by);
      return { ...(made as ApiKey), key };
    },
    async list({ identityId, workspace }) {
      return (await database.run(listStatement, [identityId, workspace])).map(([row]) => keyOf(row));
    },
    async revoke({ identityId, workspace }, id, by = {}) {
      const values = [identityId, workspace, id];
      const revoked = await change('apiKey.revoked', revokeStatement, values, workspace, by);
      if (revoked !== undefined) forget({ apiKeyId: id });
      return revoked !== undefined;
    },
  };
}

function keyOf(row: string | null | undefined): ApiKey {
  const stored = JSON.parse(row ?? '{}') as KeyJson;
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...stored,
    createdAt: new Date(stored.createdAt),
    expiresAt: instant(stored.expiresAt),
    lastUsedAt: instant(stored.lastUsedAt),
  };
}

function futureInstant(input: unknown): string {
  const instant = instantInput(input);
  if (Date.parse(instant) <= Date.now()) throw new Unacceptable('notInFuture');
  return instant;
}
