import type { ObjectModel } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { columnsOf } from '../fields/columns.ts';
import { searchColumns, searchRow } from '../records/stored-rows.ts';
import { tokensEdition } from '../search/tokens.ts';
import { quoted } from '../sql/fragment.ts';

/** What the stored search words of an object are made from; they are made anew when it changes. */
export function searchDefinition(object: ObjectModel): string {
  if (searchColumns(object).length === 0) return '';
  const parts = searchedFields(object).map((name) => {
    const field = object.fields.get(name);
    return `${name}:${field?.search}:${field?.type === 'richText' ? 'rich' : 'plain'}`;
  });
  return [tokensEdition, ...searchColumns(object), ...parts].join(' ');
}

function searchedFields(object: ObjectModel): readonly string[] {
  return [...object.fields]
    .filter(
      ([name, field]) =>
        field.search !== undefined && columnsOf(name, field).some(({ type }) => type === 'text'),
    )
    .map(([name]) => name);
}

const batch = 1000;

/**
 * Makes the search words of all records of an object anew, a batch at a time, while others go on working. When it is
 * interrupted the next migration begins again.
 */
export async function refreshSearchWords(
  database: Database,
  schema: string,
  object: ObjectModel,
): Promise<void> {
  let last: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (searchedFields(object).length > 0 && last !== undefined) {
    const from: string = last;
    last = await database.transaction(async (inside) => {
      const ids = await makeWords(inside, schema, object, `id > $1 order by id limit ${batch}`, from);
      return ids.length < batch ? undefined : ids.at(-1);
    });
  }
  await database.run(`update ${quoted(schema)}.declared set search = $2 where object = $1`, [
    object.name,
    searchDefinition(object),
  ]);
}

/** Makes the search words of these records anew. */
export async function wordsAnew(
  inside: Database,
  schema: string,
  object: ObjectModel,
  ids: readonly string[],
): Promise<void> {
  if (searchedFields(object).length > 0)
    await makeWords(inside, schema, object, 'id = any($1::uuid[]) order by id', ids);
}

/** Makes the words of the records that the condition finds, and says which these are. */
async function makeWords(
  inside: Database,
  schema: string,
  object: ObjectModel,
  condition: string,
  given: unknown,
): Promise<readonly string[]> {
  const names = searchedFields(object);
  const table = `${quoted(schema)}.${quoted(object.name)}`;
  // What was added a moment ago may have no column yet: then it has no values.
  const values = names.map((name) => `to_jsonb(t) ->> '${name}'`);
  const rows = await inside.run(
    `select id, ${values.join(', ')} from ${table} t where ${condition} for update`,
    [given],
  );
  const words = rows.map(([id, ...found]) => ({
    id: id ?? '',
    ...searchRow(object, Object.fromEntries(names.map((name, n) => [name, found[n]]))),
  }));
  const columns = searchColumns(object);
  const write = `update ${table} t set ${columns.map((name) => `${quoted(name)} = array_to_tsvector(x.${quoted(name)})`).join(', ')}
    from json_to_recordset($1::json) as x(id uuid, ${columns.map((name) => `${quoted(name)} text[]`).join(', ')}) where t.id = x.id`;
  if (words.length > 0) await inside.run(write, [JSON.stringify(words)]);
  return words.map(({ id }) => id);
}
