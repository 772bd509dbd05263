import type { FastifyReply } from 'fastify';
import { cookieText } from './cookie-text.ts';
import { signedToken } from './session-cookie.ts';
import { sessionCookieName } from './session-cookie-name.ts';
import type { SessionKeeper } from './session-keeper.ts';

const day = 86_400;

/** Gives the browser its session, out of reach of scripts and other sites; for as long as it runs, or for 30 days. */
export function setSessionCookie(
  { secret, baseUrl }: SessionKeeper,
  reply: FastifyReply,
  token: string,
  remember: boolean,
): void {
  const value = encodeURIComponent(signedToken(token, secret));
  const [name, seconds] = [sessionCookieName(baseUrl), remember ? 30 * day : undefined];
  reply.header('set-cookie', cookieText(baseUrl, { name, value, seconds }));
}

export function clearSessionCookie({ baseUrl }: SessionKeeper, reply: FastifyReply): void {
  const name = sessionCookieName(baseUrl);
  reply.header('set-cookie', cookieText(baseUrl, { name, value: '', seconds: 0 }));
}
