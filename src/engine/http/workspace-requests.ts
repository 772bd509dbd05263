import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Identity } from '../identity/identity.ts';

const minute = 60_000;

/** Lets no company ask more often within a minute than it may. Each server counts for itself, in memory. */
export function workspaceRequests(app: FastifyInstance, identity: Identity): void {
  let ends = 0;
  let counts = new Map<string, number>();
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return;
    const caller = await identity.authenticate(request.headers);
    if (caller === undefined) return;
    const most = (await identity.workspaces.get(caller.workspace))?.limits.requests;
    if (most === undefined) return;
    const now = Date.now();
    if (now >= ends) {
      ends = now + minute;
      counts = new Map();
    }
    const count = (counts.get(caller.workspace) ?? 0) + 1;
    counts.set(caller.workspace, count);
    if (count <= most) return;
    const seconds = Math.max(1, Math.ceil((ends - now) / 1000));
    throw new Refusal('tooMany', [], {
      ...{ code: 'requestLimit', limit: 'requests', most, seconds, retryAfter: seconds },
    });
  });
}
