import type { Field } from '#kernel/field/field.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

export interface LiveTable {
  readonly name: string;
  /** Types by column, as declarations write them. */
  readonly columns: ReadonlyMap<string, string>;
  /** A part of another table. */
  readonly partition: boolean;
  /** So much that an index takes noticeable time. */
  readonly large: boolean;
  /** The comment on it. */
  readonly mark: string | null;
}

/** An index that belongs to no constraint. */
export interface LiveIndex {
  readonly name: string;
  readonly table: string;
  /** False when its making was interrupted. */
  readonly usable: boolean;
}

/** What the last migration noted of a field: enough to tell what its values mean. */
export type NotedField = Pick<Field, 'type'> &
  Partial<Pick<Field, 'required' | 'sealed' | 'scale' | 'maxLength' | 'target' | 'listed' | 'total'>> & {
    readonly choices?: readonly string[];
    /** The field of addresses that tells a position, and the gazetteer that did. */
    readonly from?: string;
  };

/** What the last migration noted of an object. */
export interface Noted {
  readonly fields: Readonly<Record<string, NotedField>>;
  /** Definitions of the indexes that it made, by name. */
  readonly indexes: Readonly<Record<string, string>>;
  /** What the stored search words were made from. */
  readonly search: string | null;
}

/** A workspace's schema as it is. */
export interface LiveSchema {
  readonly tables: ReadonlyMap<string, LiveTable>;
  readonly indexes: readonly LiveIndex[];
  /** Marks of the views, by name. */
  readonly views: ReadonlyMap<string, string | null>;
  readonly noted: ReadonlyMap<string, Noted>;
}

const largeBytes = 8 * 1024 * 1024;

export async function readLiveSchema(database: Database, schema: string): Promise<LiveSchema> {
  const tables = await readTables(database, schema);
  return {
    tables,
    indexes: await readIndexes(database, schema),
    views: await readViews(database, schema),
    noted: tables.has('declared') ? await readNoted(database, schema) : new Map(),
  };
}

async function readTables(database: Database, schema: string): Promise<ReadonlyMap<string, LiveTable>> {
  const rows = await database.run(
    `select c.relname, c.relispartition, pg_relation_size(c.oid) > ${largeBytes}, obj_description(c.oid, 'pg_class'),
       (select json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod)) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
     from pg_class c where c.relnamespace = to_regnamespace(quote_ident($1)) and c.relkind in ('r', 'p')`,
    [schema],
  );
  return new Map(
    rows.map(([name, partition, large, mark, columns]) => [
      name as string,
      {
        name: name as string,
        partition: partition === 't',
        large: large === 't',
        mark: mark ?? null,
        columns: new Map(
          Object.entries(JSON.parse(columns ?? '{}') as Record<string, string>).map(([column, type]) => [
            column,
            type.replace(/^timestamp(\(\d\))? with time zone$/, 'timestamptz$1'),
          ]),
        ),
      },
    ]),
  );
}

async function readIndexes(database: Database, schema: string): Promise<readonly LiveIndex[]> {
  const rows = await database.run(
    `select c.relname, t.relname, i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_class t on t.oid = i.indrelid where c.relnamespace = to_regnamespace(quote_ident($1))
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [schema],
  );
  return rows.map(([name, table, usable]) => ({
    name: name as string,
    table: table as string,
    usable: usable === 't',
  }));
}

async function readViews(database: Database, schema: string): Promise<ReadonlyMap<string, string | null>> {
  const rows = await database.run(
    `select relname, obj_description(oid, 'pg_class') from pg_class
     where relnamespace = to_regnamespace(quote_ident($1)) and relkind = 'v'`,
    [schema],
  );
  return new Map(rows.map(([name, mark]) => [name as string, mark ?? null]));
}

async function readNoted(database: Database, schema: string): Promise<ReadonlyMap<string, Noted>> {
  const rows = await database.run(`select object, fields, indexes, search from ${quoted(schema)}.declared`);
  return new Map(
    rows.map(([object, fields, indexes, search]) => [
      object as string,
      {
        fields: JSON.parse(fields as string) as Noted['fields'],
        indexes: JSON.parse(indexes as string) as Noted['indexes'],
        search: search ?? null,
      },
    ]),
  );
}
