import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** By which the running server is let into the product's own database. */
const ownRole = 'guanxi_server';
/** Any number nobody else locks: servers that start at once do this one after the other. */
const lock = 7_301_880_421;

/**
 * Makes the role by which the running server is let into the product's own database, and gives its address. Its
 * password follows from the owner's and tells nothing of it.
 */
export async function ownServingRole(owner: string): Promise<string> {
  const address = new URL(owner);
  const password = createHmac('sha256', address.password).update(ownRole).digest('hex');
  const serving = Object.assign(new URL(owner), { username: ownRole, password }).href;
  if (!(await isLetIn(serving))) await asOwner(owner, (client) => makeRole(client, password));
  await letServe(owner, ownRole);
  return serving;
}

/**
 * Lets a role read and write what the owner's tables hold, those to come included, and no more: it owns nothing, and
 * can neither change a table nor take away what keeps the logs from being rewritten.
 */
export function letServe(owner: string, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  return asOwner(owner, async (client) => {
    await client.query(`begin; select pg_advisory_xact_lock(${lock});
      alter default privileges grant usage on schemas to ${name};
      alter default privileges grant select, insert, update, delete on tables to ${name};
      alter default privileges grant usage on sequences to ${name}`);
    const { rows } = await client.query<{ schema: string }>(
      `select quote_ident(nspname) as schema from pg_namespace where (nspname = 'guanxi' or starts_with(nspname, 'ws_'))
         and pg_has_role(nspowner, 'usage') and not has_schema_privilege($1, oid, 'usage')`,
      [role],
    );
    for (const { schema } of rows)
      await client.query(`grant usage on schema ${schema} to ${name};
        grant select, insert, update, delete on all tables in schema ${schema} to ${name};
        grant usage on all sequences in schema ${schema} to ${name}`);
    await client.query('commit');
  });
}

async function isLetIn(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How the database does may be read too, as the console shows it. Roles are of the whole server, on which another may make the same. */
async function makeRole(client: pg.Client, password: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [ownRole]);
      if (rowCount === 0) await client.query(`create role ${ownRole}`);
      await client.query(`alter role ${ownRole} login password ${pg.escapeLiteral(password)}`);
      await client.query(`grant pg_monitor to ${ownRole}`);
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(50);
    }
  }
}

async function asOwner(address: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
