import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../identity.ts';
import { addressHeader } from '../sign-in.ts';
import { authRefusal } from './auth-refusal.ts';

/**
 * Hands a checked request on to better-auth. Only these headers go along: the origin has been judged already,
 * and forwarded-for headers are judged by the server's proxy setting alone.
 */
export function askBetterAuth(
  identity: Identity,
  request: FastifyRequest,
  target: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: object },
): Promise<Response> {
  const headers = new Headers({ origin: identity.baseUrl, [addressHeader]: clientAddress(request) });
  const { cookie, 'user-agent': userAgent } = request.headers;
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (userAgent !== undefined) headers.set('user-agent', userAgent.slice(0, 400));
  const init: RequestInit = { method: target.method, headers };
  if (target.body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(target.body);
  }
  return identity.signIn.handle(new Request(`${identity.baseUrl}/api/auth${target.path}`, init));
}

/** Where the request comes from; a client that has hung up already has no address any more. */
export function clientAddress(request: FastifyRequest): string {
  return request.ip || 'unknown';
}

/** Passes better-auth's answer on, cookies included; its refusals are thrown as ours. */
export async function passOn(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  copyCookies(response, reply);
  if (!response.ok) {
    throw (await authRefusal(response)) ?? new Error(`better-auth answered ${response.status}.`);
  }
  reply.code(response.status).header('cache-control', 'no-store').type('application/json');
  return reply.send(await response.text());
}

/** Every cookie stays a header line of its own. */
export function copyCookies(response: Response, reply: FastifyReply): void {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
}
