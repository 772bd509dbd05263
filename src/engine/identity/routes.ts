import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { isCrossOrigin } from './cross-origin.ts';
import type { Identity } from './identity.ts';
import { refuse } from './refuse.ts';
import { apiKeyRoutes } from './routes/api-key-routes.ts';
import { authRoutes } from './routes/auth-routes.ts';
import { sendProblem } from './routes/send-problem.ts';
import { type Setup, setupRoutes } from './routes/setup-routes.ts';

/** Bytes; the largest honest request here is a key with two hundred scopes. */
const bodyLimit = 64 * 1024;

/** Routes below `/api/auth`, `/api/api-keys` and `/api/setup`. They recognise the caller themselves. */
export function identityRoutes(identity: Identity, setup: Setup): FastifyPluginAsync {
  return async (app) => {
    acceptJsonOnly(app);
    app.setErrorHandler(sendProblem);
    app.addHook('onRoute', (route) => {
      route.bodyLimit = bodyLimit;
    });
    app.addHook('onRequest', async (request) => {
      if (request.method !== 'GET' && isCrossOrigin(request.headers, identity.trustedOrigins)) {
        throw refuse('forbidden', 'crossOrigin');
      }
    });
    authRoutes(app, identity);
    apiKeyRoutes(app, identity);
    setupRoutes(app, identity, setup);
  };
}

/** Forms and plain text, which pages of other sites can send without asking, are not read at all. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}
