import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue } from './session-cookie.ts';
import { sessionCookieName } from './session-cookie-name.ts';
import type { SessionKeeper } from './session-keeper.ts';

/** Where an administrator's own session waits while he acts as somebody else. */
function waitingName(baseUrl: string): string {
  return sessionCookieName(baseUrl).replace('session_token', 'own_session');
}

/** Puts the present session aside for so many seconds. */
export function putAside(
  { baseUrl }: SessionKeeper,
  request: FastifyRequest,
  reply: FastifyReply,
  seconds: number,
): void {
  const own = cookieValue(request.headers.cookie ?? '', sessionCookieName(baseUrl)) ?? '';
  set(reply, baseUrl, waitingName(baseUrl), own, seconds);
}

/** Takes the session that was put aside up again; without one nobody is signed in. */
export function takeUp({ baseUrl }: SessionKeeper, request: FastifyRequest, reply: FastifyReply): void {
  const own = cookieValue(request.headers.cookie ?? '', waitingName(baseUrl));
  set(reply, baseUrl, sessionCookieName(baseUrl), own ?? '', own === undefined ? 0 : 30 * 86_400);
  set(reply, baseUrl, waitingName(baseUrl), '', 0);
}

function set(reply: FastifyReply, baseUrl: string, name: string, value: string, seconds: number): void {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  const kept = `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
  reply.header('set-cookie', kept);
}
