import pg from 'pg';

/** A database that cannot be used, in words that say what to do. */
export class UnusableDatabase extends Error {}

/** Refuses a PostgreSQL of the administrator's own that cannot be reached, is too old or lets us make nothing. */
export async function checkServer(url: string, oldest = 15): Promise<void> {
  const client = new pg.Client({ connectionString: addressed(url), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  const place = `${client.host}:${client.port}`;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number; free: boolean }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
         has_database_privilege(current_database(), 'create') as free`,
    );
    const { version = '', number = 0, free = false } = rows[0] ?? {};
    if (number < oldest * 10_000)
      throw new UnusableDatabase(
        `The database at ${place} is PostgreSQL ${version}; Guanxi needs ${oldest} or newer. Upgrade it, or leave DATABASE_URL unset to use the one that comes with Guanxi.`,
      );
    if (!free)
      throw new UnusableDatabase(
        `${client.user} may not create schemas in the database ${client.database} at ${place}: grant create on database ${client.database} to ${client.user}.`,
      );
  } catch (error) {
    if (error instanceof UnusableDatabase) throw error;
    throw new UnusableDatabase(`${reason(error, client, place)} (DATABASE_URL)`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The driver takes nearly anything for an address and then looks for a socket file. */
function addressed(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new UnusableDatabase(
    'DATABASE_URL is not an address such as postgres://user:password@host:5432/database.',
  );
}

function reason(error: unknown, { user, database }: pg.Client, place: string): string {
  const { code, message } = error as { code?: string; message: string };
  switch (code) {
    case '28P01':
    case '28000':
      return `The database at ${place} does not let ${user} in: ${message}.`;
    case '3D000':
      return `There is no database ${database} at ${place}; create it first.`;
    default:
      return `No database answers at ${place}: ${message || code}. Is PostgreSQL running there, and may this machine reach it?`;
  }
}
