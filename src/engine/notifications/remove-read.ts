import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** Days for which a person finds again what he was told and has read. */
const keptDays = 90;

/** Removes what people read long ago, with what is known of how it reached them. What is unread or put off stays. */
export async function removeRead({
  database,
  workspace,
}: {
  readonly database: Database;
  readonly workspace: { readonly schema: string };
}): Promise<void> {
  const s = quoted(workspace.schema);
  await database.run(
    `with gone as (
       delete from ${s}.notification where read < now() - $1 * interval '1 day' and snoozed is null returning id)
     delete from ${s}.notification_delivery where notification in (select id from gone)`,
    [keptDays],
  );
}
