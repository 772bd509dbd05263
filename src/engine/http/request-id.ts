import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The id by which a request is found in logs: the sender's `X-Request-Id` when it is fit to be written down. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID();
}
