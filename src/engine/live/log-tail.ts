import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** An entry of the log as live listeners get it: what changed, never the values. */
export interface LogEntry {
  readonly sequence: number;
  readonly kind: string;
  readonly object: string;
  readonly id: string;
  readonly version: number;
  readonly actor: string | null;
  readonly at: string;
  readonly fields: readonly string[];
}

export interface Tail {
  /** What had been committed when this was read; the next tail begins here. */
  readonly snapshot: string;
  readonly entries: readonly LogEntry[];
  /** People whose notifications have changed. */
  readonly notified: readonly string[];
  /** There were too many to tell one by one. */
  readonly flooded: boolean;
}

/** Entries told one by one at a time. */
const most = 1000;

/** The snapshot from which on a new listener hears. */
export async function presentSnapshot(database: Database): Promise<string> {
  const [row] = await database.run('select pg_current_snapshot()::text');
  return row?.[0] as string;
}

/**
 * Everything committed since a snapshot, in one statement: what this snapshot sees and that one did not. No entry is
 * missed because its transaction took long, and none is told twice.
 */
export async function readTail(database: Database, schema: string, since: string): Promise<Tail> {
  const [row] = await database.run(
    `select pg_current_snapshot()::text, (select json_agg(x) from (
       select sequence, kind, object, record as id, version, actor, at, array(select jsonb_object_keys(changes)) as fields
       from ${quoted(schema)}.event
       where transaction >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(transaction, $1::pg_snapshot)
       order by transaction, sequence limit ${most + 1}) x), (select json_agg(distinct person) from ${quoted(schema)}.notification
       where transaction >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(transaction, $1::pg_snapshot))`,
    [since],
  );
  const entries = JSON.parse(row?.[1] ?? '[]') as LogEntry[];
  const flooded = entries.length > most;
  const notified = JSON.parse(row?.[2] ?? '[]') as string[];
  return { snapshot: row?.[0] as string, entries: flooded ? [] : entries, notified, flooded };
}
