import { createHmac, randomBytes } from 'node:crypto';

const mark = 'whsec_';

/** A new secret, as Standard Webhooks writes it. */
export function newSecret(): string {
  return `${mark}${randomBytes(32).toString('base64')}`;
}

/** The headers by which a receiver knows who sends and that nothing was changed, for every secret that is valid. */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  now: number,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(mark.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
