import type { FileStore } from '#kernel/port/file-store.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { fileFields } from './holders.ts';
import { holdContent } from './receive-file.ts';

/** Days for which a file that no record holds is kept: for a form left open, and for a change to be undone. */
export const graceDays = 7;

/** Removes files that no record, live or in the bin, has held for a week. Returns how many. */
export async function removeUnheld(
  { registry, database }: { readonly registry: Registry; readonly database: Database },
  workspace: Workspace,
  store: FileStore,
): Promise<number> {
  const table = `${quoted(workspace.schema)}.stored_file`;
  const held = heldAnywhere(registry, workspace.schema);
  await database.run(
    `update ${table} f set unheld_since = case when ${held} then null else now() end
     where ${held} is distinct from (f.unheld_since is null)`,
  );
  const old = await database.run(
    `select id, hash from ${table} where unheld_since < now() - $1 * interval '1 day' limit 1000`,
    [graceDays],
  );
  let removed = 0;
  for (const [id, hash] of old) {
    await database.transaction(async (inside) => {
      await holdContent(inside, workspace, hash ?? '');
      const gone = await inside.run(
        `delete from ${table} f where id = $1 and unheld_since is not null and not ${held} returning 1`,
        [id],
      );
      removed += gone.length;
      const others = await inside.run(`select 1 from ${table} where hash = $1 limit 1`, [hash]);
      if (others.length === 0) await store.remove({ workspace: workspace.name, hash: hash ?? '' });
    });
  }
  return removed;
}

function heldAnywhere(registry: Registry, schema: string): string {
  const holders = [...registry.objects.values()].flatMap((object) =>
    fileFields(object).map(
      (name) =>
        `exists (select 1 from ${quoted(schema)}.${quoted(object.name)} h where h.${quoted(name)} @> jsonb_build_array(jsonb_build_object('id', f.id)))`,
    ),
  );
  return holders.length === 0 ? 'false' : `(${holders.join(' or ')})`;
}
