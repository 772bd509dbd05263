import type { Pool, PoolClient } from 'pg';

/** Every statement that matches, as it is run on any connection of the pool from now on. */
export function statementsOn(pool: Pool, about: RegExp): string[] {
  const run: string[] = [];
  const seen = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    Object.assign(client, {
      query(...parameters: unknown[]) {
        const [first] = parameters;
        const text = typeof first === 'string' ? first : (first as { text: string }).text;
        if (about.test(text)) run.push(text);
        return query(...parameters);
      },
    });
  });
  return run;
}
