import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import type { Identity } from '../identity/identity.ts';
import { type RateLimits, rateLimits } from './rate-limits.ts';
import { securityHeaders } from './security-headers.ts';

/** What holds for every answer: headers that keep browsers safe, compression, and how often one may ask. */
export async function protect(
  app: FastifyInstance,
  identity: Pick<Identity, 'authenticate' | 'baseUrl'>,
  limits: RateLimits | undefined,
): Promise<void> {
  securityHeaders(app, identity.baseUrl);
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 2048,
    // Quality above this costs more time than it saves on the way.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
  });
  if (limits !== undefined) await rateLimits(app, identity, limits);
}
