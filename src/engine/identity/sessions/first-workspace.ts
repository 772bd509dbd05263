import type { Pool } from 'pg';

const statement = `
select m.workspace from guanxi.membership m join guanxi.workspace w on w.name = m.workspace
where m.identity_id = $1 and m.disabled_at is null and w.suspended_at is null
order by m.created_at, m.workspace limit 1`;

/** The workspace a person enters by signing in: the first one he joined and still may use. */
export async function firstWorkspace(pool: Pool, identityId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ workspace: string }>({
    name: 'identity.firstWorkspace',
    text: statement,
    values: [identityId],
  });
  return rows[0]?.workspace;
}
