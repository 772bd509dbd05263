import type { FilePlace } from '#kernel/port/file-store.ts';
import type { Database } from '../database/database.ts';
import { importPlace } from '../imports/stored-tables.ts';
import { quoted } from '../sql/fragment.ts';

/** A workspace as its row says. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: string;
}

export async function workspacesIn(database: Database): Promise<readonly NamedSchema[]> {
  const rows = await database.run('select name, schema from guanxi.workspace order by name');
  return rows.map(([name, schema]) => ({ name: name as string, schema: schema as string }));
}

/** Every content that the records and imports of a workspace know, once. */
export async function storedContents(
  database: Database,
  { name, schema }: NamedSchema,
): Promise<readonly FilePlace[]> {
  const s = quoted(schema);
  const rows = await database.run(
    `select $1::text, hash from ${s}.stored_file
     union select $2::text, f ->> 'hash' from ${s}.import, jsonb_array_elements(files) f where f ->> 'hash' is not null and f ->> 'erased' is null`,
    [name, importPlace(name)],
  );
  return rows.map(([workspace, hash]) => ({ workspace: workspace as string, hash: hash as string }));
}
