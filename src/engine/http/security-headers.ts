import type { FastifyInstance } from 'fastify';

/** Scripts come from the product's own address alone, and no other site shows it in a frame. */
const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

/** What every answer tells a browser, unless the route has said something of its own. */
export function securityHeaders(app: FastifyInstance, baseUrl: string): void {
  const always: readonly (readonly [string, string])[] = [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(self), microphone=(self), payment=()'],
    ...(baseUrl.startsWith('https:') ? ([['strict-transport-security', 'max-age=31536000']] as const) : []),
  ];
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', request.id);
    for (const [name, value] of always) if (!reply.hasHeader(name)) reply.header(name, value);
    // What has not changed stays under the policy that it came with: a browser would take this one over.
    if (!reply.hasHeader('content-security-policy') && reply.statusCode !== 304) {
      const page = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
      reply.header('content-security-policy', page ? pagePolicy : answerPolicy);
    }
    if (!reply.hasHeader('cache-control') && request.url.startsWith('/api/'))
      reply.header('cache-control', 'no-store');
    done();
  });
}
