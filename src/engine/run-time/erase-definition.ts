import type { Database } from '../database/database.ts';
import { logEntry } from '../duplicates/log-entry.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Deletes a definition itself, with the counters of what it defined; the log says so. */
export async function eraseDefinition(
  context: Context,
  inside: Database,
  defining: string,
  { id, counted }: { readonly id: string; readonly counted: string },
): Promise<void> {
  const schema = quoted(context.workspace.schema);
  await inside.run(`delete from ${schema}.counter where starts_with(name, $1)`, [`${counted}.`]);
  await logEntry({ ...context, database: inside }, defining, id, 'erased', {});
  await inside.run(`delete from ${schema}.${quoted(defining)} where id = $1`, [id]);
}
