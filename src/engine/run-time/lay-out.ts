import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import type { DesiredTable } from '../schema/desired-tables.ts';
import { quoted } from '../sql/fragment.ts';
import { addedTables } from './added-tables.ts';
import { inTurn } from './in-turn.ts';
import { settleIndexes } from './settle-indexes.ts';
import { soon } from './soon.ts';

/** Gives added objects and fields what they cannot do without in a running workspace: tables, columns, and uniqueness. */
export async function layOut(
  database: Database,
  registry: Registry,
  base: Registry,
  schema: string,
): Promise<void> {
  const tables = addedTables(registry, base);
  await inTurn(database, schema, async (session) => {
    const columns = await session.run(
      'select table_name, column_name from information_schema.columns where table_schema = $1',
      [schema],
    );
    const present = new Set(columns.map(([table, column]) => `${table}.${column}`));
    for (const table of tables)
      for (const statement of missing(schema, table, present)) await soon(session, statement);
    await settleIndexes(session, schema, tables, ({ unique }) => unique);
  });
}

/** Builds the indexes that make added fields quick; everything works meanwhile. */
export async function quicken(
  database: Database,
  registry: Registry,
  base: Registry,
  schema: string,
): Promise<void> {
  const tables = addedTables(registry, base);
  if (tables.every(({ indexes }) => indexes.every(({ unique }) => unique))) return;
  await inTurn(database, schema, (session) => settleIndexes(session, schema, tables, () => true));
}

function missing(schema: string, table: DesiredTable, present: ReadonlySet<string>): readonly string[] {
  const name = `${quoted(schema)}.${quoted(table.name)}`;
  const columns = table.columns.filter((column) => !present.has(`${table.name}.${column.name}`));
  if (columns.length === 0) return [];
  const own = columns.map(
    (column) => `${quoted(column.name)} ${column.type}${column.notNull ? ' not null' : ''}`,
  );
  if (present.has(`${table.name}.id`))
    return [`alter table ${name} ${own.map((column) => `add column if not exists ${column}`).join(', ')}`];
  const key = `primary key (${table.key.map(quoted).join(', ')})`;
  return [`create table if not exists ${name} (${[...own, key].join(', ')})`];
}
