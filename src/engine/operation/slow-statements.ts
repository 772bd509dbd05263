import type { Database } from '../database/database.ts';

export interface SlowStatement {
  readonly text: string;
  readonly calls: number;
  /** Milliseconds. */
  readonly total: number;
  readonly mean: number;
  readonly longest: number;
}

/** The statements that took most time together since the server began to count; undefined where nobody counts. */
export async function slowStatements(
  database: Database,
  owner: Database,
): Promise<readonly SlowStatement[] | undefined> {
  try {
    const [counts] = await database.run(`select to_regclass('public.pg_stat_statements') is not null`);
    if (counts?.[0] !== 't')
      await owner.run('create extension if not exists pg_stat_statements schema public');
    const rows = await database.run(
      `select row_to_json(s) from (select left(regexp_replace(query, '\\s+', ' ', 'g'), 500) as text, calls, round(total_exec_time::numeric) as total,
         round(mean_exec_time::numeric, 1) as mean, round(max_exec_time::numeric) as longest
       from public.pg_stat_statements s join pg_database d on d.oid = s.dbid
       where d.datname = current_database() and query not like '%pg_stat_statements%' order by total_exec_time desc limit 10) s`,
    );
    return rows.map(([statement]) => JSON.parse(statement as string) as SlowStatement);
  } catch {
    // Not loaded with the server, or not for this user.
    return undefined;
  }
}
