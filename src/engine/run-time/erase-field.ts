import { Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { logEntry } from '../duplicates/log-entry.ts';
import { linkTable } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { inTurn } from './in-turn.ts';
import { definingObject, type StoredDefinition } from './read-definitions.ts';
import { soon } from './soon.ts';

/**
 * Deletes an added field with all its values, for good. Only one that was put away before: by then no server reads
 * or writes it any more. Values first, so that an interruption leaves a field that can be deleted again.
 */
export async function eraseField(
  context: Context,
  owner: Database,
  base: Registry,
  definition: StoredDefinition,
): Promise<void> {
  const { workspace } = context;
  const { id, object, name, deletedAt } = definition;
  if (deletedAt === null) throw new Refusal('invalid', [{ field: 'name', code: 'putAwayFirst' }]);
  const schema = quoted(workspace.schema);
  const defining = definingObject(base)?.name ?? '';
  const own = name ?? '';
  const columns = [own, `${own}Currency`, `${own}Object`];
  await inTurn(owner, workspace.schema, async (session) => {
    await soon(
      session,
      `alter table ${schema}.${quoted(object ?? '')} ${columns.map((column) => `drop column if exists ${quoted(column)}`).join(', ')}`,
    );
    await soon(session, `drop table if exists ${schema}.${quoted(linkTable(object ?? '', own))}`);
    await session.transaction(async (inside) => {
      await inside.run(`delete from ${schema}.counter where starts_with(name, $1)`, [`${object}.${own}.`]);
      await logEntry({ ...context, database: inside }, defining, id, 'erased', {});
      await inside.run(`delete from ${schema}.${quoted(defining)} where id = $1`, [id]);
    });
  });
}
