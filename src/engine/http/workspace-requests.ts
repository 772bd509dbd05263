import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Workspace } from '../identity/workspaces.ts';

const minute = 60_000;

/**
 * Counts the requests of a company that may ask only so often within a minute, and refuses those beyond. A request is
 * counted once, however often it is asked about. Each server counts for itself, in memory.
 */
export function workspaceRequests(): (request: FastifyRequest, workspace: Workspace) => void {
  let ends = 0;
  let counts = new Map<string, number>();
  const counted = new WeakSet<FastifyRequest>();
  return (request, { name, limits }) => {
    const most = limits.requests;
    if (most === undefined || counted.has(request)) return;
    counted.add(request);
    const now = Date.now();
    if (now >= ends) {
      ends = now + minute;
      counts = new Map();
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count <= most) return;
    const seconds = Math.max(1, Math.ceil((ends - now) / 1000));
    throw new Refusal('tooMany', [], {
      ...{ code: 'requestLimit', limit: 'requests', most, seconds, retryAfter: seconds },
    });
  };
}
