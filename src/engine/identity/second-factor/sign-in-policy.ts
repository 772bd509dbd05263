import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import type { Database } from '../../database/database.ts';
import type { Doer } from '../note-done.ts';

/** What a workspace asks of those who sign in. */
export interface SignInPolicy {
  /** Whoever has one of these roles signs in with a second factor. */
  readonly secondFactorRoles: readonly string[];
}

export async function readPolicy(database: Database, workspace: string): Promise<SignInPolicy> {
  const [row] = await database.run(
    'select to_json(second_factor_roles) from guanxi.sign_in_policy where workspace = $1',
    [workspace],
  );
  return { secondFactorRoles: JSON.parse(row?.[0] ?? '[]') };
}

export function writePolicy(
  database: Database,
  workspace: string,
  { secondFactorRoles }: SignInPolicy,
  { actor, actingFor, ip }: Doer,
): Promise<void> {
  return database.transaction(async (change) => {
    await change.run(
      `insert into guanxi.sign_in_policy (workspace, second_factor_roles) values ($1, $2)
       on conflict (workspace) do update set second_factor_roles = excluded.second_factor_roles`,
      [workspace, secondFactorRoles],
    );
    await recordAuditEntry(change, {
      ...{ workspace, actor: actor ?? undefined, actingFor, kind: 'signInPolicy.changed', ip },
      facts: { secondFactorRoles },
    });
  });
}
