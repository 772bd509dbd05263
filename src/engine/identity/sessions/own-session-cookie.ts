import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieText } from './cookie-text.ts';
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
  reply.header('set-cookie', cookieText(baseUrl, { name: waitingName(baseUrl), value: own, seconds }));
}

/** Takes the session that was put aside up again; without one nobody is signed in. */
export function takeUp({ baseUrl }: SessionKeeper, request: FastifyRequest, reply: FastifyReply): void {
  const own = cookieValue(request.headers.cookie ?? '', waitingName(baseUrl));
  const [name, waiting] = [sessionCookieName(baseUrl), waitingName(baseUrl)];
  const seconds = own === undefined ? 0 : 30 * 86_400;
  reply.header('set-cookie', cookieText(baseUrl, { name, value: own ?? '', seconds }));
  reply.header('set-cookie', cookieText(baseUrl, { name: waiting, value: '', seconds: 0 }));
}
