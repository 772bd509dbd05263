import type { Pool } from 'pg';
import type { Person } from '../people.ts';

const statement = `
select m.workspace, m.user_id as "userId"
from guanxi.membership m join guanxi.workspace w on w.name = m.workspace
where m.identity_id = $1 and m.disabled_at is null and w.suspended_at is null
order by m.created_at, m.workspace limit 1`;

/** Where a person enters by signing in: the first workspace he joined and still may use. */
export async function firstMembership(pool: Pool, identityId: string): Promise<Person | undefined> {
  const { rows } = await pool.query<Person>({
    name: 'identity.firstMembership',
    text: statement,
    values: [identityId],
  });
  return rows[0];
}
