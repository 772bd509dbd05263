import { Refusal } from '#kernel/problem.ts';
import { asWhole, type Registry } from '#kernel/registry.ts';
import type { FieldDefinition } from '#kernel/run-time/field-definition.ts';
import type { ObjectDefinition } from '#kernel/run-time/object-definition.ts';
import type { Database } from '../database/database.ts';
import { linkTable } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { removeRecord } from '../records/remove.ts';
import { quoted } from '../sql/fragment.ts';
import { dropValues } from './drop-values.ts';
import { eraseDefinition } from './erase-definition.ts';
import { inTurn } from './in-turn.ts';
import { isDefining, type Stored, type StoredDefinition } from './read-definitions.ts';
import { soon } from './soon.ts';

/** Whether an added field holds records of the object. */
export function pointsTo({ type, target }: FieldDefinition, object: string): boolean {
  return target === object && (type === 'reference' || type === 'manyToMany');
}

/**
 * Deletes an added object with all its records, its fields and the fields by which others lead to it, for good. Only
 * one that was put away before. What was said of it goes to the bin: a later object of the same name has none of its
 * rights and views. Values first, so that an interruption leaves an object that can be deleted again.
 */
export async function eraseObject(
  context: Context,
  owner: Database,
  base: Registry,
  definition: Stored<ObjectDefinition>,
  fields: readonly StoredDefinition[],
): Promise<void> {
  const { schema } = context.workspace;
  const { id, deletedAt } = definition;
  const name = definition.name ?? '';
  if (deletedAt === null) throw new Refusal('invalid', [{ field: 'name', code: 'putAwayFirst' }]);
  await removeWhatIsFor(context, name);
  const own = fields.filter(({ object }) => object === name);
  const leading = fields.filter((field) => field.object !== name && pointsTo(field, name));
  const [defining = '', definingFields = ''] = (['objectDefinition', 'definition'] as const).map(
    (purpose) => base.purposes.get(purpose)?.name,
  );
  await inTurn(owner, schema, async (session) => {
    for (const field of leading) await dropValues(session, schema, field);
    // Other fields of its own lie in its table.
    for (const field of own.filter(({ type }) => type === 'manyToMany'))
      await soon(
        session,
        `drop table if exists ${quoted(schema)}.${quoted(linkTable(name, field.name ?? ''))}`,
      );
    await soon(session, `drop table if exists ${quoted(schema)}.${quoted(name)}`);
    await session.transaction(async (inside) => {
      for (const field of [...own, ...leading])
        await eraseDefinition(context, inside, definingFields, {
          ...{ id: field.id, counted: `${field.object}.${field.name}` },
        });
      await inside.run(`delete from ${quoted(schema)}.import_mapping where object = $1`, [name]);
      await eraseDefinition(context, inside, defining, { id, counted: name });
    });
  });
}

/** Rights, views, reports and rules of the object, each by the ladder. */
async function removeWhatIsFor(given: Context, name: string): Promise<void> {
  const context = asWhole(given);
  const { database, registry, workspace } = context;
  for (const object of registry.objects.values()) {
    if (isDefining(registry, object.name)) continue;
    const choices = [...object.fields].filter(([, { listed }]) => listed === 'objects' || listed === 'owned');
    if (choices.length === 0) continue;
    const rows = await database.run(
      `select id from ${quoted(workspace.schema)}.${quoted(object.name)}
       where "deletedAt" is null and (${choices.map(([field]) => `${quoted(field)} = $1`).join(' or ')})`,
      [name],
    );
    for (const [id] of rows) await removeRecord(context, object.name, id ?? '');
  }
}
