import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { headingPrint } from './heading.ts';
import type { ColumnMapping, ImportFile } from './import-job.ts';

/** How files with the same columns were read the last time. */
export async function savedMapping(
  context: Context,
  header: readonly string[],
): Promise<{ readonly object: string; readonly mapping: readonly ColumnMapping[] } | undefined> {
  const [row] = await context.database.run(
    `select object, mapping from ${quoted(context.workspace.schema)}.import_mapping where fingerprint = $1`,
    [headingPrint(header)],
  );
  if (row === undefined || !context.registry.objects.has(row[0] ?? '')) return undefined;
  return { object: row[0] as string, mapping: JSON.parse(row[1] as string) };
}

/** Keeps the mappings of files that came in, for the next files with the same columns. */
export async function saveMappings(context: Context, files: readonly ImportFile[]): Promise<void> {
  for (const { header, object, mapping } of files)
    await context.database.run(
      `insert into ${quoted(context.workspace.schema)}.import_mapping values ($1, $2, $3)
       on conflict (fingerprint) do update set object = excluded.object, mapping = excluded.mapping`,
      [headingPrint(header), object, JSON.stringify(mapping)],
    );
}
