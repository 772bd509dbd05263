import type { FastifyInstance } from 'fastify';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { WorkspaceUses } from '../workspaces/workspace-uses.ts';
import { administratorContext, type ContextOf, unlimitedContext } from './administrator-context.ts';
import { bodyOf } from './body.ts';

/** `/api/company`: the company's name, its currencies with their rates, its language and time zone. */
export function companyRoutes(
  app: FastifyInstance,
  identity: Identity,
  uses: WorkspaceUses,
  contextOf: ContextOf,
): void {
  const { workspaces } = identity;

  app.get('/api/company', async (request) => {
    const { workspace } = await contextOf(request);
    return (await workspaces.get(workspace.name))?.settings;
  });

  app.get('/api/company/use', async (request) => {
    const { workspace } = await unlimitedContext(request, contextOf);
    const { limits = {} } = (await workspaces.get(workspace.name)) ?? {};
    return { use: await uses.count(workspace), limits };
  });

  app.patch('/api/company', async (request) => {
    const { workspace, actor } = await administratorContext(request, identity, contextOf);
    // The base currency stays: every stored sum was valued in it.
    const { currency: _base, ...given } = bodyOf(request);
    return (await workspaces.change(workspace.name, given, { actor: actor.id, ip: addressOf(request) }))
      .settings;
  });
}
