import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from '../identity/identity.ts';
import { type ProviderInput, readProvider } from '../identity/providers/provider-input.ts';
import type { Provider } from '../identity/providers/providers.ts';
import { refuse } from '../identity/refuse.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { Context } from '../records/context.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';

interface Params {
  readonly Params: { readonly id: string };
}

/** `/api/sign-in-providers`: which systems vouch for people of the company. For administrators. */
export function providerSettingsRoutes(app: FastifyInstance, identity: Identity, contextOf: ContextOf): void {
  const { providers } = identity;
  const asked = async (request: FastifyRequest) => {
    const context = await administratorContext(request, identity, contextOf);
    const by = { actor: context.actor.id, ip: addressOf(request) };
    return { workspace: context.workspace.name, roles: rolesOf(context), by };
  };

  app.get('/api/sign-in-providers', async (request, reply) => {
    const { workspace } = await asked(request);
    reply.header('cache-control', 'no-store');
    return { providers: (await providers.list(workspace)).map((each) => shown(identity, each)) };
  });

  app.post('/api/sign-in-providers', async (request, reply) => {
    const { workspace, roles, by } = await asked(request);
    const made = await providers.create(workspace, readProvider(request.body, roles), by);
    return reply.code(201).send(shown(identity, made));
  });

  app.put<Params>('/api/sign-in-providers/:id', async (request) => {
    const { workspace, roles, by } = await asked(request);
    const before = (await providers.list(workspace)).find(({ id }) => id === request.params.id);
    const input: ProviderInput = readProvider(request.body, roles, before);
    const changed = await providers.change(workspace, request.params.id, input, by);
    if (changed === undefined) throw refuse('notFound', 'noProvider');
    return shown(identity, changed);
  });

  app.delete<Params>('/api/sign-in-providers/:id', async (request, reply) => {
    const { workspace, by } = await asked(request);
    if (!(await providers.remove(workspace, request.params.id, by))) throw refuse('notFound', 'noProvider');
    return reply.code(204).send();
  });
}

/** The names of the roles that there are. */
function rolesOf({ registry }: Context): ReadonlySet<string> {
  return new Set(registry.modules.flatMap(({ roles }) => roles));
}

/** A provider without its secret, and what is to be written into the provider's own settings. */
function shown({ baseUrl }: Identity, { workspace: _, ...provider }: Provider): object {
  const { clientSecret: __, ...settings } = { clientSecret: '', ...provider.settings };
  const own = `${baseUrl}/api/auth/${provider.kind}/${provider.id}`;
  return {
    ...{ ...provider, settings, callback: `${own}/callback` },
    ...(provider.kind === 'saml' && { metadata: `${own}/metadata` }),
  };
}
