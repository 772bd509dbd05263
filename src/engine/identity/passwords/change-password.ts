import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { CallerDescription } from '../recent-callers.ts';
import { endTokens } from '../tokens/one-time-tokens.ts';
import { hashPassword } from './password-hashing.ts';

export interface PasswordChange {
  readonly identityId: string;
  readonly password: string;
  /** Every session of the person ends but this one. */
  readonly except?: string | undefined;
  readonly audit: {
    readonly workspace: string;
    readonly actor: string;
    readonly kind: string;
    readonly ip: string;
  };
}

const setStatement = `
with ended as (delete from guanxi.session where identity_id = $2 and id::text is distinct from $4)
insert into guanxi.credential (id, identity_id, provider_id, account_id, password)
values ($1, $2::uuid, 'credential', $2::uuid::text, $3)
on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`;

/** Gives an identity a password that he chose himself, and shuts others out. */
export async function changePassword(
  pool: Pool,
  forget: (description: CallerDescription) => void,
  { identityId, password, except, audit }: PasswordChange,
): Promise<void> {
  const hash = await hashPassword(password);
  await databaseOn(pool).transaction(async (change) => {
    await change.run(setStatement, [v7(), identityId, hash, except]);
    await endTokens(change, { purpose: 'passwordReset', subject: identityId });
    await recordAuditEntry(change, audit);
  });
  forget({ identityId });
}
