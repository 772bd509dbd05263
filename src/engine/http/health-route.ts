import type { FastifyInstance } from 'fastify';
import { runTable } from '../automation/run.ts';
import type { Database } from '../database/database.ts';
import type { Workspace } from '../records/context.ts';

/** Seconds that work may wait for its turn before the queue counts as behind. */
const patience = 120;

/** `GET /api/health`: 200 when this server can serve, with what it stands on; 503 when it cannot. */
export function healthRoute(
  app: FastifyInstance,
  version: string,
  database: Database,
  workspaces: () => Promise<readonly Workspace[]>,
): void {
  app.get('/api/health', async (_request, reply) => {
    try {
      const [row] = await database.run('show server_version');
      return {
        status: 'ok',
        version,
        database: row?.[0],
        queue: await queueState(database, await workspaces()),
      };
    } catch {
      reply.code(503).type('application/problem+json').header('retry-after', '5');
      return { type: 'urn:guanxi:problem:unavailable', title: 'The database cannot be reached', status: 503 };
    }
  });
}

async function queueState(database: Database, workspaces: readonly Workspace[]): Promise<'ok' | 'behind'> {
  if (workspaces.length === 0) return 'ok';
  const late = workspaces.map(
    ({ schema }) =>
      `exists (select 1 from ${runTable(schema)} where state = 'waiting' and wake < now() - interval '${patience} seconds')`,
  );
  const [row] = await database.run(`select ${late.join(' or ')}`);
  return row?.[0] === 't' ? 'behind' : 'ok';
}
