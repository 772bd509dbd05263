import type { Database } from '../database/database.ts';
import { linkTable } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';
import type { StoredDefinition } from './read-definitions.ts';
import { soon } from './soon.ts';

/** Takes all values of an added field out of its table. */
export async function dropValues(
  session: Database,
  workspaceSchema: string,
  { object, name }: StoredDefinition,
): Promise<void> {
  const schema = quoted(workspaceSchema);
  const own = name ?? '';
  const columns = [own, `${own}Currency`, `${own}Object`];
  await soon(
    session,
    `alter table if exists ${schema}.${quoted(object ?? '')} ${columns.map((column) => `drop column if exists ${quoted(column)}`).join(', ')}`,
  );
  await soon(session, `drop table if exists ${schema}.${quoted(linkTable(object ?? '', own))}`);
}
