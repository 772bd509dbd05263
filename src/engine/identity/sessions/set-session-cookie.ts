import type { FastifyReply } from 'fastify';
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
  reply.header('set-cookie', cookie(baseUrl, value, remember ? 30 * day : undefined));
}

export function clearSessionCookie({ baseUrl }: SessionKeeper, reply: FastifyReply): void {
  reply.header('set-cookie', cookie(baseUrl, '', 0));
}

function cookie(baseUrl: string, value: string, seconds: number | undefined): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  return `${sessionCookieName(baseUrl)}=${value}${age}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}
