import type { StoredFile } from '#kernel/field/file/file.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import type { Values } from '../records/record-values.ts';
import { quoted } from '../sql/fragment.ts';
import { findFile } from './find-file.ts';
import { fileFields } from './holders.ts';

/**
 * Replaces what was said about files by what is known of them. To hold a file is to show it to every reader of the
 * record, so the writer must be able to read it himself; what the record holds already may stay.
 */
export async function withKnownFiles(
  context: Context,
  object: ObjectModel,
  before: Values | undefined,
  values: Values,
  complaints: Complaint[],
): Promise<Values> {
  const given = fileFields(object).filter((name) => Array.isArray(values[name]));
  if (given.length === 0) return values;
  const known: Record<string, unknown> = { ...values };
  for (const name of given) {
    const held = (before?.[name] ?? []) as readonly StoredFile[];
    const files: StoredFile[] = [];
    for (const { id } of values[name] as readonly StoredFile[]) {
      if (files.some((file) => file.id === id)) continue;
      const file = held.find((one) => one.id === id) ?? (await knownFile(context, id));
      if (file === undefined) complaints.push({ field: name, code: 'noSuchFile' });
      else files.push(file);
    }
    known[name] = files;
  }
  return known;
}

/** The file as it is known, kept from being cleared away before the record is written. */
async function knownFile(context: Context, id: string): Promise<StoredFile | undefined> {
  const file = await findFile(context, id);
  if (file === undefined) return undefined;
  await context.database.run(
    `update ${quoted(context.workspace.schema)}.stored_file set unheld_since = null where id = $1 and unheld_since is not null`,
    [id],
  );
  return { id: file.id, name: file.name, size: file.size, mediaType: file.mediaType };
}
