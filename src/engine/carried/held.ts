/** Among how many locks the others are shared out: a lock for each of thousands would take all of PostgreSQL's room. */
const locks = 1024;

/**
 * A statement of a trigger that holds what others have until the transaction ends: `shared` for whoever lets records
 * refer to them, `alone` for whoever changes what they have. Without it one who moves a record and one who changes what
 * it carries would each miss what the other has not committed yet. It is of its own kind, so nobody who merely changes
 * either record waits for it, and taken in one order, so that two who want several do not wait for each other.
 */
export function held(side: string, how: 'shared' | 'alone', others: string): string {
  const take = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  return `perform ${take}(hashtext('${side}'), lock)
        from (select distinct uuid_hash(id) & ${locks - 1} as lock from (${others}) o(id) where id is not null order by 1) l`;
}
