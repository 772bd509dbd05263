import { type Database, databaseOn } from '../database/database.ts';
import type { KeyOwner } from './api-keys.ts';
import type { Identity } from './identity.ts';
import type { Doer } from './note-done.ts';
import type { Person } from './people.ts';

/** A program that works here under a name of its own: it has keys, and no way to sign in. */
export interface ServiceUser {
  readonly userId: string;
  readonly enabled: boolean;
  readonly keys: readonly {
    readonly id: string;
    readonly name: string;
    readonly start: string;
    readonly scopes: readonly string[] | null;
    readonly expiresAt: string | null;
    readonly lastUsedAt: string | null;
  }[];
}

/** Gives a record of the people keys in place of a sign-in. The address is none that a mail could reach. */
export async function makeServiceUser(
  { people }: Identity,
  person: Person & { readonly name: string },
  by: Doer,
  on: Database,
): Promise<void> {
  const email = `service-${person.userId}@service.invalid`;
  await people.createSignIn({ ...person, email, service: true }, by, on);
}

const listStatement = `
select json_build_object('userId', m.user_id, 'enabled', m.disabled_at is null, 'keys', coalesce((
  select json_agg(json_build_object('id', k.id, 'name', k.name, 'start', k.start, 'scopes', k.scopes,
    'expiresAt', k.expires_at, 'lastUsedAt', k.last_used_at) order by k.created_at desc)
  from guanxi.api_key k
  where k.identity_id = m.identity_id and k.workspace = m.workspace and k.revoked_at is null), '[]'))
from guanxi.membership m where m.workspace = $1 and m.service order by m.created_at`;

export async function listServiceUsers(
  { pool }: Identity,
  workspace: string,
): Promise<readonly ServiceUser[]> {
  const rows = await databaseOn(pool).run(listStatement, [workspace]);
  return rows.map(([row]) => JSON.parse(row ?? '{}'));
}

/** Whose keys a service user's are; undefined for who is none. */
export async function serviceOwner(
  { pool }: Identity,
  { workspace, userId }: Person,
): Promise<KeyOwner | undefined> {
  const [row] = await databaseOn(pool).run(
    'select identity_id from guanxi.membership where workspace = $1 and user_id::text = $2 and service',
    [workspace, userId],
  );
  return row && { workspace, identityId: row[0] ?? '' };
}
