import type { FileStore } from '#kernel/port/file-store.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import type { ImportFile } from './import-job.ts';
import { importPlace } from './stored-tables.ts';

/** The files of an import that is over, without those that brought values to be sealed: these say them in the clear. */
export function withoutSealed(
  { registry }: Pick<Context, 'registry'>,
  files: readonly ImportFile[],
): { readonly files: readonly ImportFile[]; readonly removed: readonly string[] } {
  const open = (file: ImportFile) =>
    file.mapping.some(({ field }) => objectNamed(registry, file.object).fields.get(field ?? '')?.sealed);
  return {
    files: files.map((file) => (open(file) ? { ...file, erased: true, sample: [] } : file)),
    removed: files.filter(open).map(({ hash }) => hash),
  };
}

/** Removes contents that no import needs any more. */
export async function removeFiles(
  { database, workspace }: Pick<Context, 'database' | 'workspace'>,
  store: FileStore,
  hashes: readonly string[],
): Promise<void> {
  const needed = await database.run(
    `select f ->> 'hash' from ${quoted(workspace.schema)}.import, jsonb_array_elements(files) f
     where f ->> 'hash' = any($1::text[]) and f ->> 'erased' is null`,
    [hashes],
  );
  const kept = new Set(needed.map(([hash]) => hash));
  for (const hash of hashes)
    if (!kept.has(hash)) await store.remove({ workspace: importPlace(workspace.name), hash });
}
