import { dayIn } from '#kernel/expression/zone.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Tells the audit, once on each day, that a device reads a person's address book. */
export async function noteDevice(context: Context, key: string, ip: string | undefined): Promise<void> {
  const { database, workspace, actor, now } = context;
  const rows = await database.run(
    `insert into ${quoted(workspace.schema)}.card_device as d (key, day) values ($1, $2)
     on conflict (key) do update set day = excluded.day where d.day < excluded.day returning 1`,
    [key, dayIn(now, workspace.timeZone)],
  );
  if (rows.length === 0) return;
  const entry = { workspace: workspace.name, actor: actor.id, kind: 'addressBook.read' };
  await recordAuditEntry(database, { ...entry, subject: `apiKey/${key}`, ip });
}
