import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { fileTable } from '../files/file-table.ts';
import { quoted } from '../sql/fragment.ts';
import { type DesiredTable, desiredTables } from './desired-tables.ts';
import { unionViews } from './union-views.ts';
import { monthPartition, workspaceTables } from './workspace-tables.ts';

/**
 * Brings a workspace's schema to what the declarations ask for, by adding what is missing. Nothing is ever dropped:
 * a column that no declaration names any more keeps its values.
 */
export async function migrateWorkspace(
  database: Database,
  registry: Registry,
  schema: string,
  now: Date,
): Promise<void> {
  await database.transaction(async (inside) => {
    await inside.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`migrate ${schema}`]);
    for (const statement of await missing(inside, registry, schema, now)) await inside.run(statement);
  });
}

/** The statements that a migration would run, for a dry run too. */
export async function missing(
  database: Database,
  registry: Registry,
  schema: string,
  now: Date,
): Promise<readonly string[]> {
  const columns = await database.run(
    'select table_name, column_name from information_schema.columns where table_schema = $1',
    [schema],
  );
  const present = new Set(columns.map(([table, column]) => `${table}.${column}`));
  const tables = new Set(columns.map(([table]) => table));
  const indexes = new Set(
    (await database.run('select indexname from pg_indexes where schemaname = $1', [schema])).map(
      ([name]) => name,
    ),
  );
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  return [
    `create schema if not exists ${quoted(schema)}`,
    ...statements(workspaceTables(schema)),
    ...statements(fileTable(schema)),
    ...[now, next].map((month) => monthPartition(schema, month)),
    ...desiredTables(registry).flatMap((table) => [
      ...(tables.has(table.name) ? addColumns(schema, table, present) : [createTable(schema, table)]),
      ...table.indexes
        .filter(({ name }) => !indexes.has(name))
        .map(
          ({ name, unique, definition }) =>
            `create ${unique ? 'unique ' : ''}index ${quoted(name)} on ${quoted(schema)}.${quoted(table.name)} ${definition}`,
        ),
    ]),
    ...(await unionViews(database, registry, schema)),
  ];
}

function createTable(schema: string, table: DesiredTable): string {
  const columns = table.columns.map(
    ({ name, type, notNull }) => `${quoted(name)} ${type}${notNull ? ' not null' : ''}`,
  );
  return `create table ${quoted(schema)}.${quoted(table.name)} (${[...columns, `primary key (${table.key.map(quoted).join(', ')})`].join(', ')})`;
}

function addColumns(schema: string, table: DesiredTable, present: ReadonlySet<string>): readonly string[] {
  return table.columns
    .filter(({ name }) => !present.has(`${table.name}.${name}`))
    .map(
      ({ name, type }) =>
        `alter table ${quoted(schema)}.${quoted(table.name)} add column ${quoted(name)} ${type}`,
    );
}

/** Splits at the ends of statements, but not inside a function's body. */
function statements(text: string): readonly string[] {
  return text
    .split(/;\s*\n(?!\s*end)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
