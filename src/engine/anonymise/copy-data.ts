import type { Registry } from '#kernel/registry.ts';
import { describeSchemas } from '../backup/described-schemas.ts';
import type { Database } from '../database/database.ts';
import { desiredTables } from '../schema/desired-tables.ts';
import { refreshSearchWords } from '../schema/search-words.ts';
import { quoted } from '../sql/fragment.ts';
import { maskFunctions } from './mask-functions.ts';
import { masksOf } from './masked-fields.ts';

/** The engine's own tables that a copy takes along, besides the log. */
const taken = ['counter', 'declared'];

/**
 * Makes the schema of a copy, within a transaction: the same tables, the same records without what tells of people,
 * the log without what it says of them. Files, imports, notifications and work that waits stay behind.
 */
export async function copyData(
  inside: Database,
  registry: Registry,
  from: string,
  to: string,
  seed: string,
): Promise<void> {
  const { before, after, tables } = await describeSchemas(inside, [from]);
  const moved = (text: string) => text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to);
  await inside.script(before.map(moved).join(';\n'));
  await inside.script(maskFunctions(seed));
  const known = new Map(desiredTables(registry).map((table) => [table.name, table.columns]));
  for (const { name, columns } of tables) {
    const table = name.slice(name.indexOf('.') + 1).replaceAll('"', '');
    const log = /^event_(other|\d{4}_\d{2})$/.test(table);
    const plain = new Set(
      known
        .get(table)
        ?.filter(({ type }) => type !== 'tsvector')
        .map((each) => each.name),
    );
    const copied = columns.filter(
      (each) => log || taken.includes(table) || plain.has(each.replaceAll('"', '')),
    );
    if (copied.length > 0 && (log || taken.includes(table) || known.has(table)))
      await inside.script(
        `insert into ${moved(name)} (${copied.join(', ')}) overriding system value select ${copied.join(', ')} from ${name}`,
      );
  }
  await maskRecords(inside, registry, to);
  await inside.script(
    `insert into ${quoted(to)}.consumer values ('automation', pg_snapshot_xmin(pg_current_snapshot()), 0), ('seal', '0', 0);
     insert into ${quoted(to)}.log_head default values`,
  );
  await inside.script(after.map(moved).join(';\n'));
  for (const object of registry.objects.values())
    if (object.declaration.unites === undefined) await refreshSearchWords(inside, to, object);
}

async function maskRecords(inside: Database, registry: Registry, schema: string): Promise<void> {
  const s = quoted(schema);
  for (const object of registry.objects.values()) {
    if (object.declaration.unites !== undefined) continue;
    const masks = masksOf(registry, object);
    const assignments = [...masks].map(([name, mask]) => `${quoted(name)} = ${mask}`);
    if (assignments.length > 0)
      await inside.script(`update ${s}.${quoted(object.name)} set ${assignments.join(', ')}`);
    const kept = [...object.fields.keys()].filter((name) => !masks.has(name));
    await inside.run(
      `update ${s}.event set changes = (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(changes) where key = any($2::text[]))
       where object = $1`,
      [object.name, kept],
    );
  }
  await inside.run(`update ${s}.event set changes = '{}' where not object = any($1::text[])`, [
    [...registry.objects.keys()],
  ]);
}
