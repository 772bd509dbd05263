import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { Refusal, Unacceptable } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { parseSignInEmail } from '../identity/email-address.ts';
import type { Identity } from '../identity/identity.ts';
import { invite } from '../identity/invitations.ts';
import { optional, readBody, required } from '../identity/read-body.ts';
import { refuse } from '../identity/refuse.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { parseCurrency, parseLocale, parseTimeZone } from '../identity/workspace-settings.ts';
import type { Steward, Workspace } from '../identity/workspaces.ts';
import type { CompanyRegistries } from '../run-time/company-registries.ts';
import type { EnteredCompany } from '../workspaces/entered-company.ts';
import type { Kept } from '../workspaces/kept.ts';
import type { OpenedWorkspace } from '../workspaces/opened-workspace.ts';
import { removeWorkspace } from '../workspaces/remove-workspace.ts';
import type { WantedCopy } from '../workspaces/wanted-copy.ts';
import { workspaceArchive } from '../workspaces/workspace-archive.ts';
import type { WorkspaceUses } from '../workspaces/workspace-uses.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';
import { operatorContext } from './operator.ts';

type Request = FastifyRequest<{ Params: { name: string } }>;

export interface WorkspaceOptions {
  readonly kept: Kept;
  readonly registries: CompanyRegistries;
  readonly uses: WorkspaceUses;
  copy(source: Workspace, wanted: WantedCopy, by: Steward): Promise<OpenedWorkspace>;
  open(input: EnteredCompany, by: Steward): Promise<OpenedWorkspace>;
}

/** Days between marking and removal: enough to notice, unless told. */
export const graceDays = { usual: 30, least: 1, most: 365 } as const;

/** `/api/workspaces`: the companies of the installation, for whoever runs it; `/api/company/archive` for the company. */
export function workspaceRoutes(
  app: FastifyInstance,
  identity: Identity,
  { kept, registries, uses, open, copy }: WorkspaceOptions,
  contextOf: ContextOf,
): void {
  const { workspaces } = identity;
  const operator = (request: FastifyRequest) => operatorContext(request, identity, contextOf);

  /** The workspace of the address, and who asks; refuses to let him close his own door behind himself. */
  async function asked(request: Request, closing = false): Promise<{ workspace: Workspace; by: Steward }> {
    const { context, by } = await operator(request);
    const workspace = await workspaces.get(request.params.name);
    if (workspace === undefined) throw refuse('notFound', 'noWorkspace');
    if (closing && workspace.name === context.workspace.name) throw refuse('conflict', 'ownWorkspace');
    return { workspace, by };
  }

  /** A workspace that has begun, with the link by which its administrator comes in. */
  async function invited({ stored, administrator }: OpenedWorkspace, { ip }: Steward) {
    const person = { ...administrator, roles: [], locale: stored.settings.locale, active: true };
    const { href, until } = await invite(identity, person, { ip });
    return { ...shown(stored), invitation: { href, until: until.toISOString() } };
  }

  async function sendArchive(reply: FastifyReply, workspace: Workspace) {
    const registry = await registries.everythingOf(workspace.schema);
    const archive = await workspaceArchive({ pool: identity.pool, files: kept.files, registry }, workspace);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${workspace.name}.zip"`)
      .send(archive);
  }

  app.get('/api/workspaces', async (request) => {
    await operator(request);
    return { workspaces: (await workspaces.list()).map(shown) };
  });

  app.post('/api/workspaces', async (request, reply) => {
    const { by } = await operator(request);
    return reply.code(201).send(await invited(await open(readBody(request.body, entered), by), by));
  });

  app.post('/api/workspaces/:name/copy', async (request: Request, reply) => {
    const { workspace, by } = await asked(request);
    return reply.code(201).send(await invited(await copy(workspace, readBody(request.body, wanted), by), by));
  });

  app.patch('/api/workspaces/:name', async (request: Request) => {
    const { workspace, by } = await asked(request);
    const { company } = readBody(request.body, { company: required((input) => textInput(input, 200)) });
    return shown(await workspaces.change(workspace.name, { company }, by));
  });

  app.get('/api/workspaces/:name/use', async (request: Request) => {
    const { workspace } = await asked(request);
    return { use: await uses.count(workspace), limits: workspace.limits };
  });

  app.patch('/api/workspaces/:name/limits', async (request: Request) => {
    const { workspace, by } = await asked(request);
    const { limits } = await workspaces.limit(workspace.name, request.body, by);
    return { use: await uses.count(workspace), limits };
  });

  app.post('/api/workspaces/:name/suspend', async (request: Request) => {
    const { workspace, by } = await asked(request, true);
    const { reason } = readBody(request.body, { reason: optional((input) => textInput(input, 500)) });
    return shown(await workspaces.suspend(workspace.name, reason, by));
  });

  app.post('/api/workspaces/:name/resume', async (request: Request) => {
    const { workspace, by } = await asked(request);
    return shown(await workspaces.resume(workspace.name, by));
  });

  app.post('/api/workspaces/:name/mark', async (request: Request) => {
    const { workspace, by } = await asked(request, true);
    const { days = graceDays.usual } = readBody(request.body, { days: optional(dayCount) });
    return shown(await workspaces.mark(workspace.name, days, by));
  });

  app.post('/api/workspaces/:name/keep', async (request: Request) => {
    const { workspace, by } = await asked(request);
    return shown(await workspaces.keep(workspace.name, by));
  });

  app.post('/api/workspaces/:name/remove', async (request: Request, reply) => {
    const { workspace, by } = await asked(request, true);
    const { confirm } = readBody(request.body, { confirm: required((input) => textInput(input, 100)) });
    const { name } = workspace;
    if (confirm !== name)
      throw new Refusal('invalid', [{ field: 'confirm', code: 'notConfirmed', parameters: { name } }]);
    if (!(await removeWorkspace(kept, name, by))) throw refuse('conflict', 'notClosing');
    return reply.code(204).send();
  });

  app.get('/api/workspaces/:name/archive', async (request: Request, reply) => {
    const { workspace, by } = await asked(request);
    await recordAuditEntry(kept.database, {
      ...{
        workspace: workspace.name,
        kind: 'workspace.exported',
        facts: { operator: by.operator },
        ip: by.ip,
      },
    });
    return sendArchive(reply, workspace);
  });

  app.get('/api/company/archive', async (request, reply) => {
    const { workspace, actor } = await administratorContext(request, identity, contextOf);
    const stored = await workspaces.get(workspace.name);
    if (stored === undefined) throw refuse('notFound', 'noWorkspace');
    await recordAuditEntry(kept.database, {
      ...{ workspace: workspace.name, actor: actor.id, kind: 'workspace.exported', ip: addressOf(request) },
    });
    return sendArchive(reply, stored);
  });
}

const wanted = {
  name: required((input) => textInput(input, 48)),
  company: optional((input) => textInput(input, 200)),
  administratorName: required((input) => textInput(input, 200)),
  administratorEmail: required(parseSignInEmail),
  word: optional((input) => textInput(input, 200)),
};

const entered = {
  name: required((input) => textInput(input, 48)),
  company: required((input) => textInput(input, 200)),
  locale: required(parseLocale),
  currency: required(parseCurrency),
  timeZone: required(parseTimeZone),
  administratorName: required((input) => textInput(input, 200)),
  administratorEmail: required(parseSignInEmail),
};

function dayCount(input: unknown): number {
  const { least, most } = graceDays;
  if (typeof input !== 'number' || !Number.isInteger(input) || input < least || input > most)
    throw new Unacceptable('notGraceDays', { least, most });
  return input;
}

/** A workspace as whoever runs the installation sees it: nothing of what is in it. */
function shown({
  name,
  label,
  settings,
  copyOf,
  closed,
  removeAfter,
  suspensionReason,
  createdAt,
}: Workspace) {
  return {
    ...{ name, label, locale: settings.locale, createdAt: createdAt.toISOString() },
    state: removeAfter !== null ? 'leaving' : closed ? 'suspended' : 'open',
    copyOf,
    reason: suspensionReason,
    removeAfter: removeAfter?.toISOString() ?? null,
  };
}
