import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import type { Database } from '../../database/database.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Person } from '../people.ts';
import type { Visitor } from './visitor.ts';

/** How long an administrator may act as somebody else before he asks anew. */
export const actingMinutes = 30;

const statement = `
insert into guanxi.session
  (id, token, identity_id, workspace, ip_address, user_agent, signed_in_by, impersonator, expires_at)
select $1, $2, m.identity_id, m.workspace, $5, $6, 'impersonation', $7, now() + $8::int * interval '1 minute'
from guanxi.membership m where m.workspace = $3 and m.user_id::text = $4 and m.disabled_at is null returning id`;

/** Opens a session in which an administrator acts as somebody else, for a reason; undefined for who cannot sign in. */
export function actAs(
  database: Database,
  { workspace, userId }: Person,
  by: { readonly administrator: string; readonly reason: string },
  { ip, userAgent }: Visitor,
): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url');
  const values = [
    v7(),
    fingerprint(token),
    workspace,
    userId,
    ip,
    userAgent,
    by.administrator,
    actingMinutes,
  ];
  return database.transaction(async (change) => {
    const [row] = await change.run(statement, values);
    if (row === undefined) return undefined;
    await recordAuditEntry(change, {
      ...{ workspace, actor: by.administrator, actingFor: userId, kind: 'impersonation.begun', ip },
      ...{ subject: `person/${userId}`, facts: { reason: by.reason, minutes: actingMinutes } },
    });
    return token;
  });
}
