import type { FastifyInstance } from 'fastify';

/**
 * Scripts come from the product's own address alone, styles and pictures from there or from what the page names besides, and
 * no other site shows it in a frame.
 */
export function pagePolicy(styles = '', images = ''): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' ${styles}`.trim(),
    `img-src 'self' data: blob: ${images}`.trim(),
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

type Headers = readonly (readonly [string, string])[];

/** What only what is shown as a page has a use for. */
const ofPages: Headers = [
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(self), microphone=(self), payment=()'],
];

/** What every answer tells a browser, unless the route has said something of its own. */
export function securityHeaders(app: FastifyInstance, baseUrl: string): void {
  const ofAnswers: Headers = [
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-resource-policy', 'same-origin'],
    ...(baseUrl.startsWith('https:')
      ? ([['strict-transport-security', 'max-age=31536000; includeSubDomains']] as const)
      : []),
  ];
  const ofAll = [...ofAnswers, ...ofPages];
  app.addHook('onSend', (request, reply, _payload, done) => {
    const answer = request.url.startsWith('/api/');
    reply.header('x-request-id', request.id);
    for (const [name, value] of answer ? ofAnswers : ofAll)
      if (!reply.hasHeader(name)) reply.header(name, value);
    // What has not changed stays under the policy that it came with: a browser would take this one over.
    if (!reply.hasHeader('content-security-policy') && reply.statusCode !== 304) {
      const page = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
      reply.header('content-security-policy', page ? pagePolicy() : answerPolicy);
    }
    if (answer && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}
