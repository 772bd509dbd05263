import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** The first number that a transaction of any PostgreSQL server can have had. */
const first = 3;

/**
 * Rows remember by which transaction they were written, and another server has not come to these numbers yet: what is
 * new would seem older than what a reader of the log has seen, and what is old newer. So every row becomes one of the
 * oldest transactions there are, those that a reader has seen before those that it has not.
 */
export async function settleTransactions(
  database: Database,
  workspaces: readonly { readonly schema: string }[],
): Promise<void> {
  for (const { schema } of workspaces) {
    const s = quoted(schema);
    // The readers of the log, in the order in which they have got on, each with the number of its last transaction.
    await database.script(`
      create temporary table reader on commit drop as
        select name, transaction, sequence, ${first} - 1 + row_number() over (order by transaction, sequence, name) as number
        from ${s}.consumer;
      update ${s}.event e set transaction = coalesce(
        (select min(number) from reader r where (e.transaction, e.sequence) <= (r.transaction, r.sequence)),
        (select ${first} + count(*) from reader))::text::xid8;
      update ${s}.consumer c set transaction = r.number::text::xid8,
        sequence = (select coalesce(max(e.sequence), 0) from ${s}.event e where e.transaction = r.number::text::xid8)
        from reader r where r.name = c.name;
      drop table reader`);
    const others = await database.run(
      `select format('update %s set %I = %L', a.attrelid::regclass, a.attname, '${first}')
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind = 'r' and not c.relispartition and a.atttypid = 'xid8'::regtype and not a.attisdropped
         and c.relname <> 'consumer'`,
      [schema],
    );
    for (const [statement] of others) await database.script(statement ?? '');
  }
}
