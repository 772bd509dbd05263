import type { Registry } from '#kernel/registry.ts';
import { isCarried } from '../carried/keep-carried.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** A file of the archive with the rows of a table. */
export interface ArchivedTable {
  /** Within the archive. */
  readonly path: string;
  /** Selects a JSON object for each row. */
  readonly statement: string;
}

/** Tables that only help the server along. */
const passing = new Set([
  'idempotency',
  'used_challenge',
  'presence',
  'consumer',
  'declared',
  'log_block',
  'log_head',
  'file_text',
]);
const places: Readonly<Record<string, string>> = { event: 'history', stored_file: 'files' };

/** Every table of a workspace as it is in the database, without what only serves the search or the order of lists. */
export async function archivedTables(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<readonly ArchivedTable[]> {
  const rows = await database.run(
    `select c.relname, json_agg(a.attname order by a.attnum), obj_description(c.oid, 'pg_class') from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid <> 'tsvector'::regtype
     where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition group by c.oid, c.relname order by c.relname`,
    [schema],
  );
  return rows
    .filter(([name, , mark]) => !passing.has(name ?? '') && !isCarried(mark))
    .map(([found, listed]) => {
      const name = found ?? '';
      const columns = JSON.parse(listed ?? '[]') as string[];
      const folder = registry.objects.has(name) ? 'records' : 'further';
      const order = ['sequence', 'id'].find((key) => columns.includes(key)) ?? columns[0] ?? '';
      return {
        path: `${places[name] ?? `${folder}/${name}`}.jsonl`,
        statement: `select row_to_json(r) from (select ${columns.map(quoted).join(', ')} from ${quoted(schema)}.${quoted(name)} order by ${quoted(order)}) r`,
      };
    });
}

/** What the audit keeps of a workspace, and who may sign in to it. Neither passwords nor keys. */
export function archivedBeside(workspace: string): readonly ArchivedTable[] {
  const named = `'${workspace.replaceAll("'", "''")}'`;
  return [
    {
      path: 'audit.jsonl',
      statement: `select row_to_json(r) from (select * from guanxi.audit_entry where workspace = ${named} order by id) r`,
    },
    {
      path: 'sign-ins.jsonl',
      statement: `select row_to_json(r) from (select m.user_id as "user", i.email, m.service, m.disabled_at as "disabledAt", m.created_at as "createdAt"
        from guanxi.membership m join guanxi.identity i on i.id = m.identity_id where m.workspace = ${named} order by m.user_id) r`,
    },
  ];
}
