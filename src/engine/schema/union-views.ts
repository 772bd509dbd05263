import { createHash } from 'node:crypto';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import type { United } from '#kernel/union.ts';
import type { Database } from '../database/database.ts';
import { columnsOf } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';

const stamps = [
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
  'deletedWith',
];

/** Statements that make the views of objects that unite others, where they are missing or have changed. */
export async function unionViews(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly string[]> {
  const rows = await database.run(
    `select c.relname, obj_description(c.oid, 'pg_class') from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'v'`,
    [schema],
  );
  const present = new Map(rows.map(([name, mark]) => [name, mark]));
  return [...registry.objects.values()].flatMap((object) => {
    const { unites = [] } = object.declaration;
    if (unites.length === 0) return [];
    const name = `${quoted(schema)}.${quoted(object.name)}`;
    const query = unites.map((part) => selection(registry, schema, object, part)).join(' union all ');
    const mark = createHash('sha256').update(query).digest('hex').slice(0, 16);
    return present.get(object.name) === mark
      ? []
      : [
          `drop view if exists ${name}`,
          `create view ${name} as ${query}`,
          `comment on view ${name} is '${mark}'`,
        ];
  });
}

function selection(registry: Registry, schema: string, object: ObjectModel, part: United): string {
  const other = objectNamed(registry, part.object);
  const columns = [...object.fields].flatMap(([name, field]) => {
    const own = columnsOf(name, field);
    if (part.itself === name)
      return [`id as ${quoted(name)}`, `'${other.name}' as ${quoted(`${name}Object`)}`];
    const given = part.values?.[name];
    if (given !== undefined) return [`'${given}'::text as ${quoted(name)}`];
    const source = part.fields?.[name] ?? name;
    const theirs = other.fields.get(source);
    const columnsThere = theirs === undefined ? [] : columnsOf(source, theirs);
    return own.map((column, index) => {
      const found = columnsThere[index];
      const sign = index === 0 && part.negated?.includes(name) ? '-' : '';
      return `${found === undefined ? 'null' : sign + quoted(found.name)}::${column.type} as ${quoted(column.name)}`;
    });
  });
  const conditions = Object.entries(part.where ?? {}).map(
    ([name, values]) => ` and ${quoted(name)} in (${values.map((value) => `'${value}'`).join(', ')})`,
  );
  return `select ${[...stamps.map(quoted), ...columns].join(', ')} from ${quoted(schema)}.${quoted(other.name)} where true${conditions.join('')}`;
}
