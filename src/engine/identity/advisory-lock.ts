import type { Pool } from 'pg';

/** Does something unless another server, or another request, is doing it right now: then it answers undefined. */
export async function unlessLocked<Result>(
  pool: Pool,
  lock: number,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const client = await pool.connect();
  let failure: unknown;
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock]);
    if (!rows[0]?.mine) return undefined;
    try {
      return await work();
    } finally {
      // A connection that cannot give the lock back is closed, which does.
      await client.query('select pg_advisory_unlock($1)', [lock]).catch((error: unknown) => {
        failure = error;
      });
    }
  } finally {
    client.release(failure !== undefined);
  }
}
