import type { Database } from '../database/database.ts';
import { formMark } from '../fields/columns.ts';
import { keyTable } from '../sealing/key-table.ts';
import { quoted } from '../sql/fragment.ts';
import { BackupFault } from './backup-fault.ts';

/** Some schemas as they are in a database: the statements that make them anew, before and after the data come in. */
export interface DescribedSchemas {
  readonly before: readonly string[];
  /** Constraints, indexes and triggers: quicker, and only right, with the data there. */
  readonly after: readonly string[];
  readonly tables: readonly DescribedTable[];
  /** Tables whose rows are kept apart from all backups; absent in those from before there were any. */
  readonly apart?: readonly DescribedTable[];
}

export interface DescribedTable {
  /** Quoted, with its schema. */
  readonly name: string;
  /** Quoted, without those that are computed, and without what sealed values are found by. */
  readonly columns: readonly string[];
  /** Present where columns were left out, so that the rows are compared without them. */
  readonly partial?: true;
}

/**
 * Describes everything in these schemas from PostgreSQL's own catalogue: tables with their partitions, views,
 * functions, constraints, indexes, triggers, where sequences stand. What it does not know it refuses.
 */
export async function describeSchemas(
  database: Database,
  schemas: readonly string[],
): Promise<DescribedSchemas> {
  // Names come whole, with their schema, when no schema is looked through.
  await database.script(`set local search_path = ''`);
  const ask = async (text: string) => (await database.run(text, [schemas])).map(([line]) => line as string);
  const [unknown] = await ask(unknownParts);
  if (unknown !== undefined) throw new BackupFault(`A backup cannot hold ${unknown}.`);
  const tables = await database.run(tablesOf, [schemas]);
  const withRows = tables.flatMap(([name, columns]) =>
    typeof columns === 'string' ? [describedTable(name as string, JSON.parse(columns) as string[])] : [],
  );
  return {
    before: [
      ...schemas.map((schema) => `create schema ${quoted(schema)}`),
      ...(await ask(functions)),
      ...tables.map(([, , statement]) => statement as string),
      ...(await ask(views)),
    ],
    after: [
      ...(await ask(places)),
      ...(await ask(constraints)),
      ...(await ask(indexes)),
      ...(await ask(triggers)),
    ],
    tables: withRows.filter(({ name }) => !keptApart(name)),
    apart: withRows.filter(({ name }) => keptApart(name)),
  };
}

function describedTable(name: string, columns: readonly string[]): DescribedTable {
  const copied = columns.filter((column) => !column.endsWith(`${formMark}"`));
  return { name, columns: copied, ...(copied.length < columns.length && { partial: true }) };
}

function keptApart(name: string): boolean {
  return name.endsWith(`.${keyTable}`);
}

const within = `n.nspname = any($1::text[])`;

const unknownParts = `
  select case c.relkind when 'm' then 'the materialised view ' when 'f' then 'the foreign table ' else 'the sequence ' end || c.oid::regclass
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${within} and (c.relkind in ('m', 'f') or c.relkind = 'S' and not exists (
    select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i'))
  union all
  select 'the type ' || t.oid::regtype from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where ${within} and t.typtype not in ('c', 'b')
  union all
  select 'the policy ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where ${within}`;

const functions = `
  select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${within} order by p.oid`;

const columnText = `quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
  || case when a.attcollation <> t.typcollation then (select ' collate ' || quote_ident(cn.nspname) || '.' || quote_ident(l.collname)
       from pg_collation l join pg_namespace cn on cn.oid = l.collnamespace where l.oid = a.attcollation) else '' end
  || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
       || case a.attgenerated when 's' then ' stored' else '' end
     when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
     when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
  || case when a.attnotnull then ' not null' else '' end`;

/** Tables, those in front whose partitions others are; only what holds rows of its own has columns to copy. */
const tablesOf = `
  select c.oid::regclass::text,
    case when c.relkind = 'r' and c.relpersistence = 'p' then
      (select json_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') end,
    case when c.relispartition then
      format('create table %s partition of %s %s', c.oid::regclass, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
    else
      format('create %stable %s (%s)%s%s', case c.relpersistence when 'u' then 'unlogged ' else '' end, c.oid::regclass,
        (select string_agg(${columnText}, ', ' order by a.attnum)
         from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
        ' partition by ' || nullif(pg_get_partkeydef(c.oid), ''),
        ' with (' || array_to_string(c.reloptions, ', ') || ')')
    end || coalesce(format('; comment on table %s is %L', c.oid::regclass, obj_description(c.oid, 'pg_class')), '')
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_inherits i on i.inhrelid = c.oid
  where ${within} and c.relkind in ('r', 'p') order by c.relispartition, c.oid`;

const views = `
  select format('create view %s%s as %s', c.oid::regclass, ' with (' || array_to_string(c.reloptions, ', ') || ')', rtrim(pg_get_viewdef(c.oid), ';'))
    || coalesce(format('; comment on view %s is %L', c.oid::regclass, obj_description(c.oid, 'pg_class')), '')
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${within} and c.relkind = 'v' order by c.oid`;

/** Where numbers that PostgreSQL gives out itself go on. */
const places = `
  select format('select setval(pg_get_serial_sequence(%L, %L), %s)', t.oid::regclass, a.attname, s.last_value)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i'
    join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
  where ${within} and c.relkind = 'S' and s.last_value is not null`;

/** Foreign keys last: they need the keys that they point at. */
const constraints = `
  select format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${within} and k.contype in ('p', 'u', 'x', 'c', 'f') and k.conparentid = 0 and k.coninhcount = 0
  order by k.contype = 'f', k.oid`;

const indexes = `
  select replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ')
  from pg_index x join pg_class c on c.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where ${within} and not c.relispartition and x.indisvalid
    and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
  order by x.indexrelid`;

const triggers = `
  select pg_get_triggerdef(g.oid) from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${within} and not g.tgisinternal and g.tgparentid = 0 order by g.oid`;
