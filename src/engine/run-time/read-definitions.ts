import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { FieldDefinition } from '#kernel/run-time/field-definition.ts';
import type { ObjectDefinition } from '#kernel/run-time/object-definition.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** The object whose records are fields that a company adds, when a module declares one. */
export function definingObject(registry: Registry): ObjectModel | undefined {
  return registry.purposes.get('definition');
}

/** The objects by whose records a company adds to the product, those that others build on first. */
export function definingObjects(registry: Registry): readonly ObjectModel[] {
  return [registry.purposes.get('objectDefinition'), definingObject(registry)].filter(
    (object) => object !== undefined,
  );
}

/** Whether what the product is for a company follows from the records of the object of this short name. */
export function isDefining(registry: Registry, object: string): boolean {
  return definingObjects(registry).some(({ name }) => name === object);
}

/** A definition, and whether what it stands for is put away. */
export type Stored<Definition> = Definition & { readonly deletedAt: string | null };
export type StoredDefinition = Stored<FieldDefinition>;

/** Every field that the company has added, in the order in which they are shown; those put away too. */
export function readDefinitions(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly StoredDefinition[]> {
  return definitionsIn(database, definingObject(registry), schema);
}

/** Every object that the company has added, in the order in which they are shown; those put away too. */
export function readObjects(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly Stored<ObjectDefinition>[]> {
  return definitionsIn(database, registry.purposes.get('objectDefinition'), schema);
}

/** Those that are in force. */
export function inForce<Definition>(
  definitions: readonly Stored<Definition>[],
): readonly Stored<Definition>[] {
  return definitions.filter(({ deletedAt }) => deletedAt === null);
}

async function definitionsIn<Definition>(
  database: Database,
  object: ObjectModel | undefined,
  schema: string,
): Promise<readonly Stored<Definition>[]> {
  if (object === undefined) return [];
  const rows = await database.run(
    `select to_jsonb(d) from ${quoted(schema)}.${quoted(object.name)} d order by position nulls last, "createdAt", id`,
  );
  return rows.map(([definition]) => JSON.parse(definition ?? ''));
}
