import { formerNames } from '#kernel/former-names.ts';
import { withNamesOfNow } from '#kernel/names-inside.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { writeScopesNow } from '../identity/scopes-now.ts';
import { writeMappingsNow } from '../imports/mappings-now.ts';
import type { Workspace } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import type { HeldObject } from './held-object.ts';

/** Whether an object or a field of it, one that is computed too, is called otherwise than when the last migration noted it. */
export function isRenamed({ object, table, noted, fields }: HeldObject): boolean {
  const was = (name: string) => noted?.fields[name] !== undefined;
  return (
    (table !== undefined && table.name !== object.name) ||
    fields.some(({ name, field }) => !was(name) && field.formerly?.some((former) => was(former)))
  );
}

/** What is done about it, in words. */
export const namesSentence =
  'Write the new names in the conditions, formulas, limits of fields, mappings of imports and scopes of keys that name them.';

/**
 * Writes the names of now wherever people have named fields and objects inside a value: in conditions and limits that
 * records hold, in the mappings of imports, and in the scopes of keys. `registry` knows what the company has added too.
 */
export async function writeNamesNow(
  inside: Database,
  registry: Registry,
  { name, schema }: Workspace,
): Promise<void> {
  for (const object of registry.objects.values())
    for (const [field, { names }] of object.fields) {
      if (names === undefined || object.declaration.unites !== undefined) continue;
      const table = `${quoted(schema)}.${quoted(object.name)}`;
      const rows = await inside.run(`select to_jsonb(t) from ${table} t where ${quoted(field)} is not null`);
      for (const [text] of rows) {
        const record = JSON.parse(text ?? '{}') as Record<string, unknown>;
        const now = withNamesOfNow(registry, names, record, record[field]);
        const written = typeof now === 'string' ? now : JSON.stringify(now);
        if (JSON.stringify(now) !== JSON.stringify(record[field]))
          await inside.run(`update ${table} set ${quoted(field)} = $2 where id = $1`, [record.id, written]);
      }
    }
  await writeMappingsNow(inside, registry, schema);
  await writeScopesNow(inside, name, (object) => formerNames(registry).object(object));
}
