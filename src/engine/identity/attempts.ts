import type { Pool } from 'pg';

/** At most `max` of something within `seconds`, counted from the first. */
export interface Allowance {
  readonly key: string;
  readonly max: number;
  readonly seconds: number;
}

export interface AttemptCounter {
  /** Counts one attempt against every allowance; seconds to wait when one of them is used up, else 0. */
  count(allowances: readonly Allowance[]): Promise<number>;
  /** Takes the attempt back: it turned out to be an honest one. */
  forgive(keys: readonly string[]): Promise<void>;
}

// Counting is the check: attempts that run at the same moment cannot all pass on one reading.
const countStatement = `
insert into guanxi.attempt as a (key, count, ends_at)
select key, 1, now() + seconds * interval '1 second'
from unnest($1::text[], $2::int[]) as t (key, seconds)
order by key
on conflict (key) do update set
  count = case when a.ends_at <= now() then 1 else least(a.count + 1, 1000000) end,
  ends_at = case when a.ends_at <= now() then excluded.ends_at else a.ends_at end
returning key, count, ceil(extract(epoch from ends_at - now()))::int as wait`;

const forgiveStatement = `
update guanxi.attempt set count = count - 1
where count > 0 and key in (select key from guanxi.attempt where key = any($1) order by key for update)`;

/** Counts attempts in the database, so that all servers of an installation count together. */
export function createAttemptCounter(pool: Pool): AttemptCounter {
  return {
    async count(allowances) {
      const { rows } = await pool.query<{ key: string; count: number; wait: number }>({
        name: 'identity.countAttempt',
        text: countStatement,
        values: [allowances.map(({ key }) => key), allowances.map(({ seconds }) => seconds)],
      });
      const most = new Map(allowances.map(({ key, max }) => [key, max]));
      const spent = rows.filter(({ key, count }) => count > (most.get(key) ?? 0));
      return Math.max(0, ...spent.map(({ wait }) => Math.max(1, wait)));
    },
    async forgive(keys) {
      await pool.query({ name: 'identity.forgiveAttempt', text: forgiveStatement, values: [keys] });
    },
  };
}
