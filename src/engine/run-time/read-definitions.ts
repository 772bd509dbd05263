import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { FieldDefinition } from '#kernel/run-time/field-definition.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** The object whose records are fields that a company adds, when a module declares one. */
export function definingObject(registry: Registry): ObjectModel | undefined {
  return registry.purposes.get('definition');
}

/** A definition, and whether its field is put away. */
export type StoredDefinition = FieldDefinition & { readonly deletedAt: string | null };

/** Every field that the company has added, in the order in which they are shown; those put away too. */
export async function readDefinitions(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly StoredDefinition[]> {
  const object = definingObject(registry);
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(d) from ${quoted(schema)}.${quoted(object.name)} d order by position nulls last, "createdAt", id`,
  );
  return rows.map(([definition]) => JSON.parse(definition ?? ''));
}
