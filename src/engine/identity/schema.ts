import type { Pool } from 'pg';
import { auditTables } from '../audit/audit-tables.ts';
import { operationTables } from '../operation/operation-tables.ts';
import { callerTriggers } from './caller-triggers.ts';
import { identityTables } from './identity-tables.ts';

/** Any number nobody else locks; servers that start at once queue up behind it. */
const startLock = 7_301_880_418;

// Other parts of the engine create the same schema under locks of their own.
const createSchema = `
do $$ begin
  create schema if not exists guanxi;
exception when duplicate_schema or unique_violation then null;
end $$;
`;

/** Creates what sign-in needs in the schema `guanxi`; does nothing when it is there already. */
export async function createIdentityTables(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local client_min_messages = warning; select pg_advisory_xact_lock(${startLock})`);
    await client.query(createSchema + identityTables + callerTriggers + auditTables + operationTables);
    await client.query('commit');
    client.release();
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    client.release(true);
    throw error;
  }
}
