import type { FastifyInstance } from 'fastify';
import { usualTime } from '#kernel/working-time/company-time.ts';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { WorkspaceSettings } from '../identity/workspace-settings.ts';
import type { WorkspaceUses } from '../workspaces/workspace-uses.ts';
import { administratorContext, type ContextOf, unlimitedContext } from './administrator-context.ts';
import { bodyOf } from './body.ts';

/** `/api/company`: the company's name, its currencies with their rates, its language, time zone and working time. */
export function companyRoutes(
  app: FastifyInstance,
  identity: Identity,
  uses: WorkspaceUses,
  contextOf: ContextOf,
): void {
  const { workspaces } = identity;

  app.get('/api/company', async (request) => {
    const { workspace } = await contextOf(request);
    const stored = await workspaces.get(workspace.name);
    return stored && told(stored.settings);
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
    const by = { actor: actor.id, ip: addressOf(request) };
    return told((await workspaces.change(workspace.name, given, by)).settings);
  });
}

/** The settings with what holds where nothing is set. */
function told(settings: WorkspaceSettings): WorkspaceSettings {
  return { workingTime: usualTime(settings.locale), ...settings };
}
