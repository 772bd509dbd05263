import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { isCrossOrigin } from './cross-origin.ts';
import type { Identity } from './identity.ts';
import { refuse } from './refuse.ts';
import { apiKeyRoutes } from './routes/api-key-routes.ts';
import { invitationRoutes } from './routes/invitation-routes.ts';
import { passkeyRoutes } from './routes/passkey-routes.ts';
import { passwordRoutes } from './routes/password-routes.ts';
import { providerRoutes } from './routes/provider-routes.ts';
import { secondFactorRoutes } from './routes/second-factor-routes.ts';
import { sendProblem } from './routes/send-problem.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { type Setup, setupRoutes } from './routes/setup-routes.ts';
import { signInRoutes } from './routes/sign-in-routes.ts';
import type { Surroundings } from './surroundings.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether pages of other sites may send requests here. */
    readonly crossSite?: boolean;
    /** What a key must name in its scopes to be let in; without it the common rules hold. */
    readonly scope?: string;
    /** A page that is shown to people who are not signed in, as often as they may ask for anything. */
    readonly toStrangers?: boolean;
  }
}

/** Bytes; the largest honest request here is a key with two hundred scopes. */
const bodyLimit = 64 * 1024;

/** Routes below `/api/auth`, `/api/sessions`, `/api/api-keys` and `/api/setup`. They recognise the caller themselves. */
export function identityRoutes(identity: Identity, setup: Setup, around: Surroundings): FastifyPluginAsync {
  return async (app) => {
    acceptJsonOnly(app);
    app.setErrorHandler(sendProblem);
    app.addHook('onRoute', (route) => {
      route.bodyLimit ??= bodyLimit;
    });
    app.addHook('onRequest', async (request) => {
      const { crossSite } = request.routeOptions.config;
      if (!crossSite && request.method !== 'GET' && isCrossOrigin(request.headers, identity.trustedOrigins)) {
        throw refuse('forbidden', 'crossOrigin');
      }
    });
    signInRoutes(app, identity, around);
    secondFactorRoutes(app, identity, around);
    passkeyRoutes(app, identity, around);
    sessionRoutes(app, identity);
    passwordRoutes(app, identity, around);
    invitationRoutes(app, identity, around);
    await app.register(async (forms) => {
      acceptForms(forms);
      providerRoutes(forms, identity, around);
    });
    apiKeyRoutes(app, identity);
    setupRoutes(app, identity, setup, around);
    app.all('/api/auth/*', async () => {
      throw refuse('notFound', 'noRoute');
    });
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

/** For the one answer that another site's page has to send here by a form. */
function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}
