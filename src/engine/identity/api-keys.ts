import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { instantInput } from '#kernel/field/date-time/date-time.ts';
import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import { apiKeyStart, newApiKeyText } from './api-key-text.ts';
import type { Caller } from './caller.ts';
import { constraintViolation } from './constraint-violation.ts';
import { fingerprint } from './fingerprint.ts';
import { optional, readBody, required } from './read-body.ts';
import type { CallerDescription } from './recent-callers.ts';
import { parseScopes } from './scopes.ts';

/** The person a key acts for, in one workspace. */
export type KeyOwner = Pick<Caller, 'identityId' | 'workspace'>;

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
  create(owner: KeyOwner, input: NewApiKey): Promise<ApiKey & { readonly key: string }>;
  /** The owner's keys that still work or would but for their date. */
  list(owner: KeyOwner): Promise<ApiKey[]>;
  /** Refuses the key from now on; false when the owner has no such key. */
  revoke(owner: KeyOwner, id: string): Promise<boolean>;
}

export interface ApiKeysOptions {
  readonly pool: Pool;
  readonly forget: (description: CallerDescription) => void;
}

const columns = `id, name, start, scopes, created_at as "createdAt",
  expires_at as "expiresAt", last_used_at as "lastUsedAt"`;

const createStatement = `
insert into guanxi.api_key (id, identity_id, workspace, name, hash, start, scopes, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`;

const listStatement = `
select ${columns} from guanxi.api_key
where identity_id = $1 and workspace = $2 and revoked_at is null order by created_at desc, id desc`;

const revokeStatement = `
update guanxi.api_key set revoked_at = now()
where identity_id = $1 and workspace = $2 and id::text = $3 and revoked_at is null`;

const refuseStranger = constraintViolation({
  api_key_identity_id_workspace_fkey: { field: 'user', code: 'noSignIn' },
});

/** Keys by which programs act as a person. */
export function createApiKeys({ pool, forget }: ApiKeysOptions): ApiKeys {
  return {
    async create(owner, input) {
      const { name, scopes, expiresAt } = readBody(input, {
        name: required((value) => textInput(value, 100)),
        scopes: parseScopes,
        expiresAt: optional(futureInstant),
      });
      const key = newApiKeyText();
      const mine = [owner.identityId, owner.workspace];
      const values = [v7(), ...mine, name, fingerprint(key), apiKeyStart(key), scopes, expiresAt];
      const { rows } = await pool.query<ApiKey>({ text: createStatement, values }).catch(refuseStranger);
      return { ...(rows[0] as ApiKey), key };
    },
    async list({ identityId, workspace }) {
      return (await pool.query<ApiKey>({ text: listStatement, values: [identityId, workspace] })).rows;
    },
    async revoke({ identityId, workspace }, id) {
      const values = [identityId, workspace, id];
      const { rowCount } = await pool.query({ text: revokeStatement, values });
      if (rowCount === 0) return false;
      forget({ apiKeyId: id });
      return true;
    },
  };
}

function futureInstant(input: unknown): string {
  const instant = instantInput(input);
  if (Date.parse(instant) <= Date.now()) throw new Unacceptable('notInFuture');
  return instant;
}
