import type { Database } from '../database/database.ts';
import { locked } from '../schema/migrate.ts';

/** Changes a workspace's tables on one connection, after whoever else is changing them, upgrades included. */
export function inTurn(
  database: Database,
  schema: string,
  work: (session: Database) => Promise<void>,
): Promise<void> {
  return database.session((session) => locked(session, schema, () => work(session)));
}
