import { pathNow } from '#kernel/names-inside.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';
import type { ColumnMapping, ImportFile } from './import-job.ts';

type File = Pick<ImportFile, 'object' | 'mapping' | 'matchBy'>;

/** Writes how files were and are read with every field called as it is called now. */
export async function writeMappingsNow(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<void> {
  const s = quoted(schema);
  const saved = await database.run(`select fingerprint, object, mapping from ${s}.import_mapping`);
  for (const [fingerprint, object, text] of saved) {
    const now = JSON.stringify(mappingNow(registry, object ?? '', JSON.parse(text ?? '[]')));
    if (now !== JSON.stringify(JSON.parse(text ?? '[]')))
      await database.run(`update ${s}.import_mapping set mapping = $2 where fingerprint = $1`, [
        fingerprint,
        now,
      ]);
  }
  const imports = await database.run(`select id, files from ${s}.import`);
  for (const [id, text] of imports) {
    const files: readonly File[] = JSON.parse(text ?? '[]');
    const now = files.map((file) => ({
      ...file,
      mapping: mappingNow(registry, file.object, file.mapping),
      matchBy: file.matchBy && pathNow(registry, file.object, file.matchBy),
    }));
    if (JSON.stringify(now) !== JSON.stringify(files))
      await database.run(`update ${s}.import set files = $2 where id = $1`, [id, JSON.stringify(now)]);
  }
}

/** `match` is a field of what the mapped reference leads to. */
function mappingNow(
  registry: Registry,
  object: string,
  mapping: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  return mapping.map((each) => {
    if (!each.field) return each;
    const field = pathNow(registry, object, each.field);
    const match = each.match && pathNow(registry, object, `${field}.${each.match}`).slice(field.length + 1);
    return { ...each, field, ...(match !== undefined && { match }) };
  });
}
