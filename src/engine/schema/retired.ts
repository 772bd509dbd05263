import { createHash } from 'node:crypto';
import type { Registry } from '#kernel/registry.ts';
import { addedMark } from '#kernel/run-time/defined-field.ts';
import { isCarried } from '../carried/keep-carried.ts';
import type { Database } from '../database/database.ts';
import { formMark, linkTable } from '../fields/columns.ts';
import { allSearchColumns } from '../records/stored-rows.ts';
import { quoted } from '../sql/fragment.ts';
import { desiredTables } from './desired-tables.ts';
import { engineTables } from './engine-statements.ts';
import { type HeldObject, storedColumns } from './held-object.ts';
import type { LiveSchema } from './live-schema.ts';

/** A table, or columns of one, that nothing declares any more. */
export interface Retired {
  readonly table: string;
  /** Undefined when it is the whole table. */
  readonly columns: readonly string[] | undefined;
}

/** What is there and is asked for by nobody: neither by an object nor by the engine nor by the company itself. */
export function retiredOf(
  schema: string,
  registry: Registry,
  live: LiveSchema,
  objects: readonly HeldObject[],
): readonly Retired[] {
  const desired = new Map(desiredTables(registry).map((table) => [table.name, table]));
  const used = new Set([...engineTables(schema), ...desired.keys(), ...objects.flatMap(tablesOf)]);
  const tables = [...live.tables.values()].filter(
    ({ name, partition, mark }) => !partition && !used.has(name) && !isCompanysOwn(name) && !isCarried(mark),
  );
  return [
    ...objects.flatMap(({ object, table, fields }) => {
      const wanted = new Set(desired.get(object.name)?.columns.map(({ name }) => name));
      for (const field of fields) for (const name of storedColumns(field, table)) wanted.add(name);
      // Words made from other values: nothing of them can be lost.
      for (const name of allSearchColumns) wanted.add(name);
      const columns = [...(table?.columns.keys() ?? [])].filter(
        (name) => !wanted.has(name) && !isCompanysOwn(name),
      );
      return columns.length === 0 ? [] : [{ table: object.name, columns }];
    }),
    ...tables.map(({ name }) => ({ table: name, columns: undefined })),
  ];
}

const companysOwn = new RegExp(`${addedMark}(Currency|Object|${formMark})?$`);

/** Columns and tables of fields that a company adds at run time; whoever added them puts them away. */
function isCompanysOwn(name: string): boolean {
  return companysOwn.test(name);
}

/** Every table that holds something of the object, under its present name. */
function tablesOf({ table, fields }: HeldObject): readonly string[] {
  return table === undefined ? [] : [table.name, ...fields.map(({ was }) => linkTable(table.name, was))];
}

/** What is kept though nothing declares it, with how much there is of it. */
export interface Counted {
  /** A table, or `table.column`. */
  readonly name: string;
  readonly count: number;
}

export async function countRetired(
  database: Database,
  schema: string,
  retired: readonly Retired[],
): Promise<readonly Counted[]> {
  const found: Counted[] = [];
  for (const { table, columns } of retired) {
    const counts = (columns ?? ['*']).map((column) => `count(${column === '*' ? '*' : quoted(column)})`);
    const [row = []] = await database.run(
      `select ${counts.join(', ')} from ${quoted(schema)}.${quoted(table)}`,
    );
    const names = columns?.map((column) => `${table}.${column}`) ?? [table];
    found.push(...names.map((name, n) => ({ name, count: Number(row[n]) })));
  }
  return found;
}

/** Agrees only with exactly this: whoever gives it has seen what will be lost. */
export function confirmationOf(schema: string, counted: readonly Counted[]): string {
  return createHash('sha256')
    .update(JSON.stringify([schema, counted]))
    .digest('hex')
    .slice(0, 8);
}

export function dropStatements(schema: string, retired: readonly Retired[]): readonly string[] {
  return retired.flatMap(({ table, columns }) => {
    const place = `${quoted(schema)}.${quoted(table)}`;
    return (
      columns?.map((column) => `alter table ${place} drop column ${quoted(column)}`) ?? [
        `drop table ${place}`,
        `delete from ${quoted(schema)}.declared where object = '${table.replaceAll("'", "''")}'`,
      ]
    );
  });
}
