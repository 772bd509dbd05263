import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PendingRequests, ProviderClaims } from '#kernel/port/identity-provider.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Identity } from '../identity.ts';
import { admit } from '../providers/admit.ts';
import type { Provider } from '../providers/providers.ts';
import { refuseWeak } from '../providers/refuse-weak.ts';
import { refuse } from '../refuse.ts';
import { cookieText } from '../sessions/cookie-text.ts';
import { cookieValue } from '../sessions/session-cookie.ts';
import { addressOf } from '../sessions/visitor.ts';
import type { Surroundings } from '../surroundings.ts';
import { issueToken, keepToken, readToken, spendToken } from '../tokens/one-time-tokens.ts';
import { letIn } from './finish-sign-in.ts';

interface Params {
  readonly Params: { readonly id: string };
}

/** A sign-in that went to a provider and has to come back to the same browser. */
interface Journey {
  readonly provider: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person wanted to go. */
  readonly next: string;
  readonly claims?: ProviderClaims;
}

const minutes = 10;

/** `/api/auth/providers`, `/api/auth/oidc` and `/api/auth/saml`: signing in by another system that vouches. */
export function providerRoutes(app: FastifyInstance, identity: Identity, around: Surroundings): void {
  const database = databaseOn(identity.pool);
  const { oidc, saml } = around;

  // Which there are is told where everybody belongs to one company, else to who names an address of theirs.
  app.get<{ Querystring: { email?: string } }>('/api/auth/providers', async (request, reply) => {
    const enabled = (await identity.providers.list()).filter((provider) => provider.enabled);
    const alone = (await identity.workspaces.list()).length === 1;
    const domain = request.query.email?.split('@')[1]?.toLowerCase() ?? '';
    const shown = enabled.filter(({ domains }) => alone || domains.includes(domain));
    const providers = shown.map(({ id, kind, label }) => ({ id, kind, label }));
    return reply.header('cache-control', 'no-store').send({ providers });
  });

  app.get<Params & { Querystring: { next?: string } }>('/api/auth/oidc/:id/start', (request, reply) =>
    orExplain(request, reply, async () => {
      const { provider, settings } = await oidcProvider(request.params.id);
      const { token: state, journey } = await begin(reply, provider, request.query.next);
      const address = await client().begin(settings, { ...journey, state, redirectUri: returnTo(provider) });
      return reply.redirect(address, 302);
    }),
  );

  app.get<Params>('/api/auth/oidc/:id/callback', (request, reply) =>
    orExplain(request, reply, async () => {
      const { provider, settings } = await oidcProvider(request.params.id);
      const returned = new URL(request.url, identity.baseUrl);
      const state = returned.searchParams.get('state') ?? '';
      const journey = await comeBack(request, provider, 'providerSignIn', state);
      const exchange = { ...journey, state, redirectUri: returnTo(provider) };
      const claims = await client().finish(settings, exchange, returned);
      refuseWeak(settings, claims);
      return enter(request, reply, provider, claims, journey.next);
    }),
  );

  app.get<Params & { Querystring: { next?: string } }>('/api/auth/saml/:id/start', (request, reply) =>
    orExplain(request, reply, async () => {
      const { provider, settings } = await samlProvider(request.params.id);
      const { token } = await begin(reply, provider, request.query.next);
      const { begin: leave } = await samlSide();
      return reply.redirect(await leave(settings, sideOf(provider), pendingOf(provider), token), 302);
    }),
  );

  app.get<Params>('/api/auth/saml/:id/metadata', async (request, reply) => {
    const { provider, settings } = await samlProvider(request.params.id);
    const document = (await samlSide()).metadata(settings, sideOf(provider));
    return reply.type('application/samlmetadata+xml').send(document);
  });

  // The provider's page sends the answer here by a form, with which browsers send no cookie of ours.
  const fromProvider = { config: { crossSite: true }, bodyLimit: 512 * 1024 };
  app.post<Params & { Body: Record<string, unknown> }>(
    '/api/auth/saml/:id/callback',
    fromProvider,
    (request, reply) =>
      orExplain(request, reply, async () => {
        const { provider, settings } = await samlProvider(request.params.id);
        const { SAMLResponse: response, RelayState: relay } = request.body ?? {};
        const journey = await readToken<Journey>(database, 'providerSignIn', String(relay ?? ''));
        if (journey?.facts.provider !== provider.id) throw refuse('forbidden', 'providerFailed');
        const { finish } = await samlSide();
        const claims = await finish(settings, sideOf(provider), pendingOf(provider), String(response ?? ''));
        refuseWeak(settings, claims);
        const facts = { ...journey.facts, claims };
        const ticket = String(relay);
        await spendToken(database, 'providerSignIn', ticket);
        await keepToken(database, ticket, {
          purpose: 'samlAnswer',
          subject: provider.id,
          facts,
          seconds: 60,
        });
        return reply.redirect(`/api/auth/saml/${provider.id}/finish?ticket=${ticket}`, 303);
      }),
  );

  app.get<Params & { Querystring: { ticket?: string } }>('/api/auth/saml/:id/finish', (request, reply) =>
    orExplain(request, reply, async () => {
      const { provider } = await samlProvider(request.params.id);
      const journey = await comeBack(request, provider, 'samlAnswer', request.query.ticket ?? '');
      if (journey.claims === undefined) throw refuse('forbidden', 'providerFailed');
      return enter(request, reply, provider, journey.claims, journey.next);
    }),
  );

  const returnTo = ({ kind, id }: Provider) => `${identity.baseUrl}/api/auth/${kind}/${id}/callback`;
  const sideOf = (provider: Provider) => ({
    entityId: `${identity.baseUrl}/api/auth/saml/${provider.id}/metadata`,
    callbackUrl: returnTo(provider),
  });

  function client() {
    if (oidc === undefined) throw refuse('notFound', 'noProvider');
    return oidc;
  }

  function samlSide() {
    if (saml === undefined) throw refuse('notFound', 'noProvider');
    return saml();
  }

  async function oidcProvider(id: string) {
    const provider = await identity.providers.find(id);
    if (provider?.kind !== 'oidc' || !provider.enabled) throw refuse('notFound', 'noProvider');
    return { provider, settings: provider.settings };
  }

  async function samlProvider(id: string) {
    const provider = await identity.providers.find(id);
    if (provider?.kind !== 'saml' || !provider.enabled) throw refuse('notFound', 'noProvider');
    return { provider, settings: provider.settings };
  }

  async function begin(reply: FastifyReply, { id }: Provider, wanted: string | undefined) {
    const random = () => randomBytes(32).toString('base64url');
    const next = wanted?.startsWith('/') && !/^\/[/\\]/.test(wanted) ? wanted : '/';
    const journey: Journey = { provider: id, nonce: random(), verifier: random(), next };
    const facts = { ...journey };
    const token = await issueToken(database, {
      ...{ purpose: 'providerSignIn', subject: id, facts, seconds: minutes * 60 },
    });
    const kept = {
      name: journeyCookieName,
      value: fingerprint(token),
      seconds: minutes * 60,
      path: '/api/auth',
    };
    reply.header('set-cookie', cookieText(identity.baseUrl, kept));
    return { token, journey };
  }

  /** What was begun in this very browser; another's must not be put upon it. */
  async function comeBack(
    request: FastifyRequest,
    provider: Provider,
    purpose: string,
    token: string,
  ): Promise<Journey> {
    const journey = await spendToken<Journey>(database, purpose, token);
    const own = cookieValue(request.headers.cookie ?? '', journeyCookieName);
    if (journey?.facts.provider !== provider.id || own !== fingerprint(token))
      throw refuse('forbidden', 'providerFailed');
    return journey.facts;
  }

  async function enter(
    request: FastifyRequest,
    reply: FastifyReply,
    provider: Provider,
    claims: ProviderClaims,
    next: string,
  ) {
    const ip = addressOf(request);
    const admitted = await admit(identity, around.directory, provider, claims, ip);
    const facts = { provider: provider.label };
    await letIn(identity, around, request, reply, { ...admitted, by: provider.kind, facts });
    return reply.redirect(next, 303);
  }

  /** Requests that were sent out; each is answered once. */
  function pendingOf({ id: subject }: Provider): PendingRequests {
    const purpose = 'samlRequest';
    return {
      async keep(id, value) {
        await keepToken(database, id, { purpose, subject, facts: { value }, seconds: minutes * 60 });
      },
      async read(id) {
        return (await readToken<{ value: string }>(database, purpose, id))?.facts.value;
      },
      async spend(id) {
        await spendToken(database, purpose, id);
      },
    };
  }

  /** The browser is here by itself: whatever went wrong leads it back to a page, which says so. */
  async function orExplain(
    request: FastifyRequest<Params>,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      const code =
        error instanceof Refusal ? String(error.detail.code ?? 'providerFailed') : 'providerFailed';
      const why = error instanceof Error ? error.message : String(error);
      const provider = await identity.providers.find(request.params.id);
      await recordAuditEntry(database, {
        ...{ workspace: provider?.workspace, kind: 'signIn.failed', ip: addressOf(request) },
        facts: { by: provider?.kind, provider: provider?.label, why: code === 'providerFailed' ? why : code },
      });
      return reply.redirect(`/sign-in?problem=${encodeURIComponent(code)}`, 303);
    }
  }
}

const journeyCookieName = 'guanxi.sign_in';
