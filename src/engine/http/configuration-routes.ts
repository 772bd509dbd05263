import type { FastifyInstance, FastifyRequest } from 'fastify';
import { applyConfiguration } from '../configuration/apply-configuration.ts';
import type { Plan } from '../configuration/configuration.ts';
import { planConfiguration } from '../configuration/plan-configuration.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { Identity } from '../identity/identity.ts';
import { refuse } from '../identity/refuse.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { CompanyRegistries } from '../run-time/company-registries.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';
import { bodyOf } from './body.ts';

/** `/api/configuration`: how a company has set the product up, to be kept as text and brought to another. */
export function configurationRoutes(
  app: FastifyInstance,
  identity: Identity,
  registries: CompanyRegistries,
  contextOf: ContextOf,
): void {
  async function asked(request: FastifyRequest) {
    const context = await administratorContext(request, identity, contextOf);
    const stored = await identity.workspaces.get(context.workspace.name);
    if (stored === undefined) throw refuse('notFound', 'noWorkspace');
    return { context, settings: stored.settings };
  }

  app.get('/api/configuration', async (request) => {
    const { context, settings } = await asked(request);
    return readConfiguration(context, settings);
  });

  app.post('/api/configuration/plan', async (request) => {
    const { context, settings } = await asked(request);
    return shown(await planConfiguration(context, settings, bodyOf(request)));
  });

  app.post('/api/configuration/apply', async (request) => {
    const { context, settings } = await asked(request);
    const by = { ip: addressOf(request) };
    const place = {
      workspaces: identity.workspaces,
      settings,
      registryIn: registries.within.bind(registries),
    };
    const plan = await applyConfiguration(context, place, bodyOf(request), by);
    identity.workspaces.forget(context.workspace.name);
    // Fields that are new are there for whoever asks next.
    registries.renew(context.workspace.schema).catch(() => undefined);
    await registries.of(context.workspace.schema);
    return shown(plan);
  });
}

function shown({ settings, records }: Plan): Plan {
  return {
    settings,
    records: records.map(({ object, key, change, fields }) => ({ object, key, change, fields })),
  };
}
