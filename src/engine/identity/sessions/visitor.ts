import type { FastifyRequest } from 'fastify';
import { cookieValue, sessionToken } from './session-cookie.ts';
import { sessionCookieName } from './session-cookie-name.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** Where a request comes from. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
  /** Token of the session that the browser has already. */
  readonly token?: string | undefined;
}

/** A client that has hung up already has no address any more. */
export function addressOf(request: FastifyRequest): string {
  return request.ip || 'unknown';
}

export function visitorOf({ secret, baseUrl }: SessionKeeper, request: FastifyRequest): Visitor {
  const { cookie = '', 'user-agent': userAgent = '' } = request.headers;
  const presented = cookieValue(cookie, sessionCookieName(baseUrl));
  const token = presented === undefined ? undefined : sessionToken(presented, secret);
  return { ip: addressOf(request), userAgent: userAgent.slice(0, 400), token };
}
