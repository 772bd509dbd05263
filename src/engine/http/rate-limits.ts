import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Identity } from '../identity/identity.ts';
import { networkAddress } from '../identity/network-address.ts';

/** Requests within a minute; 0 is no limit. */
export interface RateLimits {
  /** By each person's sessions together, and by each API key. */
  readonly caller: number;
  /** From each network address without a valid credential. */
  readonly stranger: number;
}

export const defaultRateLimits: RateLimits = { caller: 3000, stranger: 600 };

/** Lets nobody keep the server from the others. Each server counts for itself. */
export async function rateLimits(
  app: FastifyInstance,
  identity: Pick<Identity, 'authenticate'>,
  limits: RateLimits,
): Promise<void> {
  const keyOf = async (request: FastifyRequest) => {
    const caller = await identity.authenticate(request.headers);
    if (caller === undefined) return `stranger ${networkAddress(request.ip || '')}`;
    return `caller ${caller.apiKeyId ?? caller.identityId}`;
  };
  const most = (key: string) => (key.startsWith('caller') ? limits.caller : limits.stranger);
  await app.register(rateLimit, {
    timeWindow: 60_000,
    cache: 20_000,
    enableDraftSpec: true,
    keyGenerator: keyOf,
    max: (_request, key) => most(key) || Number.MAX_SAFE_INTEGER,
    allowList: (request, key) => {
      const limited = request.url.startsWith('/api/') || request.routeOptions.config.toStrangers === true;
      return most(key) === 0 || !limited || request.url === '/api/health';
    },
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      return new Refusal('tooMany', [], { code: 'tooManyRequests', seconds, retryAfter: seconds });
    },
  });
}
