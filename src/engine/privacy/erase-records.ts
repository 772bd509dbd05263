import type { Field } from '#kernel/field/field.ts';
import { isErasable } from '#kernel/personal.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { fileFields } from '../files/holders.ts';
import { amendSeal } from '../log-seal/amend-seal.ts';
import { entryColumns } from '../log-seal/log-seal.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { appendEvents } from '../records/event-rows.ts';
import { amountOf, inputText } from '../records/input-rows.ts';
import { columnNames } from '../records/stored-rows.ts';
import { tableOf } from '../records/table.ts';
import { wordsAnew } from '../schema/search-words.ts';
import { keyTable } from '../sealing/key-table.ts';
import { argument, quoted, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';

/** What is gone when a person is erased: all that tells of him, and every file. */
export function erasedFields(object: ObjectModel): readonly string[] {
  const telling = [...object.fields].filter(([, { personal }]) => personal !== undefined);
  return [...new Set([...telling.map(([name]) => name), ...fileFields(object)])];
}

/**
 * Empties what tells of a person, in records and in the log of all that ever happened to them, for good. Neither rules
 * nor what was written once stand against it. The log says that it was done, not what there was.
 */
export async function eraseRecords(
  context: Context,
  object: ObjectModel,
  ids: readonly string[],
): Promise<void> {
  const { database, workspace, now, actor } = context;
  const fields = erasedFields(object);
  const { text } = tableOf(context, object.name);
  await releaseFiles(context, object, ids);
  const assignments = fields.flatMap((name) =>
    columnNames(object, [name]).map((column) => `${quoted(column)} = ${left(object.fields.get(name))}`),
  );
  const rows = await database.run(
    `update ${text} set version = version + 1, "updatedAt" = $2::timestamptz, "updatedBy" = $3, ${assignments.join(', ')}
     where id = any($1::uuid[]) returning id, version`,
    [ids, new Date(now).toISOString(), actor.id],
  );
  await wordsAnew(database, workspace.schema, object, ids);
  await emptyLog(context, object, ids, fields);
  const events = rows.map(([record, version]) => ({
    ...{ record, version: Number(version), kind: 'erased', changes: {} },
  }));
  const write = compileStatement(
    sql`with w as (select unnest(${argument('ids')}::uuid[]) as id) ${appendEvents(context, object.name, 'w', amountOf(events))}`,
  );
  await database.run(write.text, bind(write, bindingOf(context, { ids, events: inputText(events) })));
  await eraseParts(context, object, ids);
}

/** What is part of a record tells of the same person. */
async function eraseParts(context: Context, object: ObjectModel, ids: readonly string[]): Promise<void> {
  for (const { object: name, name: whole } of object.inverses) {
    const part = objectNamed(context.registry, name);
    if (part.declaration.partOf !== whole || !isErasable(part.declaration)) continue;
    const { text } = tableOf(context, name);
    const rows = await context.database.run(
      `select id from ${text} where ${quoted(whole)} = any($1::uuid[])`,
      [ids],
    );
    if (rows.length > 0)
      await eraseRecords(
        context,
        part,
        rows.map(([id]) => id as string),
      );
  }
}

/** A text that must not be empty says which record it is, and nothing of whom. */
function left(field: Field | undefined): string {
  const word = field?.type === 'text' || field?.type === 'longText' || field?.type === 'richText';
  return word && field.required && field.sealed !== true ? `'#' || right(id::text, 8)` : 'null';
}

/** Whatever else says what the records held: the log of their changes, and what imports and changes of many overwrote. */
async function emptyLog(
  { database, workspace }: Context,
  object: ObjectModel,
  ids: readonly string[],
  fields: readonly string[],
): Promise<void> {
  const s = quoted(workspace.schema);
  const names = fields.flatMap((name) => [name, ...(object.fields.get(name)?.formerly ?? [])]);
  await database.run(`select set_config('guanxi.erasing', 'on', true)`);
  const emptied = await database.run(
    `update ${s}.event set changes = (select jsonb_object_agg(key, case when key = any($2::text[]) then '[null, null]' else value end)
       from jsonb_each(changes)) where record = any($1::uuid[]) and changes ?| $2::text[] returning ${entryColumns}`,
    [ids, names],
  );
  await database.run(`select set_config('guanxi.erasing', 'off', true)`);
  await amendSeal(database, workspace, emptied);
  // What was sealed can be opened nowhere any more, backups included.
  await database.run(`delete from ${s}.${keyTable} where record = any($1::uuid[])`, [ids]);
  await database.run(`update ${s}.import_row set before = null where record = any($1::uuid[])`, [ids]);
  // What was given to many records may be what was said of this one.
  await database.run(
    `with held as (update ${s}.bulk_record set before = null, after = null, problems = null where record = any($1::uuid[]) returning bulk)
     update ${s}.bulk set work = work - 'values' - 'input' where id in (select bulk from held) and state not in ('queued', 'running')`,
    [ids],
  );
}

/** Files that nobody else holds are removed with the next clearing, without the week of grace. */
async function releaseFiles(context: Context, object: ObjectModel, ids: readonly string[]): Promise<void> {
  const { text } = tableOf(context, object.name);
  const files = quoted(context.workspace.schema);
  for (const name of fileFields(object))
    await context.database.run(
      `update ${files}.stored_file set unheld_since = '-infinity' where id in (
        select (file ->> 'id')::uuid from ${text} t, jsonb_array_elements(t.${quoted(name)}) file where t.id = any($1::uuid[]))`,
      [ids],
    );
}
