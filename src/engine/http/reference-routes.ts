import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Registry } from '#kernel/registry.ts';
import { openApiDocument } from '../openapi/document.ts';
import { referencePage } from '../openapi/reference-page.ts';
import { pagePolicy } from './security-headers.ts';
import { sendUnlessKnown } from './send-unless-known.ts';
import { type Locale, localeOf } from './texts.ts';

export interface ReferenceOptions {
  /** What the caller's company has. */
  readonly registryOf: (request: FastifyRequest) => Promise<Registry>;
  readonly version: string;
  readonly sessionCookie: string;
}

/** `GET /api/openapi.json` and `GET /api/docs`: what the API is, for programs and for people. Needs no network. */
export function referenceRoutes(app: FastifyInstance, options: ReferenceOptions): void {
  const documents = new WeakMap<Registry, Map<Locale, object>>();
  const documentIn = (registry: Registry, locale: Locale) => {
    const known = documents.get(registry) ?? new Map<Locale, object>();
    documents.set(registry, known);
    const made = known.get(locale) ?? openApiDocument({ ...options, registry, locale });
    known.set(locale, made);
    return made;
  };
  app.get('/api/openapi.json', async (request, reply) =>
    sendUnlessKnown(request, reply, documentIn(await options.registryOf(request), localeWanted(request))),
  );

  app.get('/api/docs', async (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      // The viewer of the reference writes its styles into the page, which shows nothing that anybody entered.
      .header('content-security-policy', pagePolicy("'unsafe-inline'"))
      .send(referencePage(localeWanted(request))),
  );

  const script = createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js');
  app.get('/api/docs/rapidoc.js', async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(createReadStream(script)),
  );
}

function localeWanted(request: FastifyRequest): Locale {
  const { locale } = request.query as { locale?: unknown };
  if (locale === 'en' || locale === 'zh-CN') return locale;
  return localeOf(request.headers['accept-language']);
}
