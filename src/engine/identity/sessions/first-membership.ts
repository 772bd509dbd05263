import type { Pool } from 'pg';
import { type Closure, closed, closureOf } from '../closure.ts';
import type { Person } from '../people.ts';
import { refuse } from '../refuse.ts';

const statement = `
select m.workspace, m.user_id as "userId", ${closureOf} as closure
from guanxi.membership m join guanxi.workspace w on w.name = m.workspace
where m.identity_id = $1 and m.disabled_at is null
order by w.closed, m.created_at, m.workspace limit 1`;

/** Where a person enters by signing in: the first workspace he joined and still may use. Refuses who has none, with why. */
export async function firstMembership(pool: Pool, identityId: string): Promise<Person> {
  const { rows } = await pool.query<Person & { readonly closure: Closure | null }>({
    name: 'identity.firstMembership',
    text: statement,
    values: [identityId],
  });
  const [first] = rows;
  if (first === undefined) throw refuse('forbidden', 'signInDisabled');
  if (first.closure !== null) throw closed(first.closure);
  return { workspace: first.workspace, userId: first.userId };
}
