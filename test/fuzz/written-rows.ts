import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

/** Tables in which a refusal itself is noted, or which have to do with who asks and not with what is asked. */
const besides =
  /^guanxi\.(attempt|session|audit_|api_key$)|^ws_main\.(idempotency|used_challenge|automation_)/;

export interface Writes {
  /** What was written until now does not count. */
  forget(): Promise<void>;
  /**
   * The tables that something which was just refused has written to. What goes on in the background may have written
   * meanwhile: only what is written each time that it is refused again, after a rest, was written by it.
   */
  by(refusedAgain: () => Promise<boolean>): Promise<readonly string[]>;
}

/** Notes which tables a committed transaction wrote to, by triggers on all of them. */
export async function watchWrites(pool: Pool): Promise<Writes> {
  await pool.query(`create schema fuzz;
    create table fuzz.written (relation text);
    create function fuzz.note() returns trigger language plpgsql as $$
      begin insert into fuzz.written values (tg_table_schema || '.' || tg_table_name); return null; end $$`);
  const { rows: tables } = await pool.query<{ relation: string }>(
    `select c.oid::regclass::text as relation from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('guanxi', 'ws_main') and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  // One table locked at a time, for the product goes on writing to several.
  for (const { relation } of tables)
    await pool.query(
      `create trigger fuzz_note after insert or update or delete on ${relation} for each row execute function fuzz.note()`,
    );
  const written = async () => {
    const { rows } = await pool.query<{ relation: string }>(
      'with gone as (delete from fuzz.written returning relation) select distinct relation from gone',
    );
    return new Set(rows.map(({ relation }) => relation).filter((relation) => !besides.test(relation)));
  };
  return {
    forget: async () => void (await written()),
    async by(refusedAgain) {
      let each = await written();
      for (let turn = 0; turn < 4 && each.size > 0; turn++) {
        await pause(300);
        await written();
        if (!(await refusedAgain())) return [];
        each = each.intersection(await written());
      }
      return [...each];
    },
  };
}
