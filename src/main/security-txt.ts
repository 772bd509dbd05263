import type { FastifyInstance } from 'fastify';

/** Days that a browser, or whoever reads it, may believe it. */
const believed = 90;

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness of this installation, where somebody is named. */
export function securityTxt(
  app: FastifyInstance,
  baseUrl: string,
  contact: string | undefined,
  now: () => number = Date.now,
): void {
  if (contact === undefined) return;
  app.get('/.well-known/security.txt', async (_request, reply) => {
    const expires = new Date(now() + believed * 86_400_000).toISOString();
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(
        [
          `Contact: ${contact}`,
          `Expires: ${expires}`,
          'Preferred-Languages: zh, en',
          `Canonical: ${baseUrl}/.well-known/security.txt`,
          '',
        ].join('\n'),
      );
  });
}
