import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { newSecret } from './signature.ts';

const day = 86_400_000;

/** A new secret for a webhook, told this once; the one before stays valid for a day. */
export async function makeSecret(
  context: Context,
  webhook: string,
): Promise<{ readonly secret: string; readonly formerUntil: string | null }> {
  const { seal, schema, name } = context.workspace;
  if (seal === undefined) throw new Refusal('unavailable');
  const secret = newSecret();
  const until = formatInstant(context.now + day);
  return context.database.transaction(async (database) => {
    const [row] = await database.run(
      `insert into ${quoted(schema)}.webhook_state as s (webhook, secret, made) values ($1, $2, $3::timestamptz)
       on conflict (webhook) do update set former = s.secret, former_until = $4::timestamptz, secret = excluded.secret, made = excluded.made
       returning former is not null`,
      [webhook, seal.sealPart(secret), formatInstant(context.now), until],
    );
    await recordAuditEntry(database, {
      ...{ workspace: name, actor: context.actor.id, kind: 'webhook.secretMade' },
      subject: `${context.registry.purposes.get('webhook')?.name}/${webhook}`,
    });
    return { secret, formerUntil: row?.[0] === 't' ? until : null };
  });
}
