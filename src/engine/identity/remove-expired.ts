import type { Pool } from 'pg';

/** Clears away sessions, tokens and attempt counts that nobody can use any more. */
export async function removeExpired(pool: Pool): Promise<void> {
  await pool.query(`
    delete from guanxi.session where expires_at < now();
    delete from guanxi.one_time_token where expires_at < now();
    delete from guanxi.attempt where ends_at < now()`);
}
