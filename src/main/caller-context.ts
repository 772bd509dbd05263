import type { FastifyRequest } from 'fastify';
import type { Database } from '#engine/database/database.ts';
import { workspaceRequests } from '#engine/http/workspace-requests.ts';
import { closed } from '#engine/identity/closure.ts';
import { isCrossOrigin } from '#engine/identity/cross-origin.ts';
import type { Identity } from '#engine/identity/identity.ts';
import { allows } from '#engine/identity/scopes.ts';
import type { KnownActors } from '#engine/people/known-actors.ts';
import { loadActor } from '#engine/people/load-actor.ts';
import type { Context } from '#engine/records/context.ts';
import type { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import type { WorkspaceUses } from '#engine/workspaces/workspace-uses.ts';
import { Refusal } from '#kernel/problem.ts';
import { limitedWorkspace } from './limited-workspace.ts';

export type CallerContext = (request: FastifyRequest) => Promise<Context>;

interface Known {
  readonly uses: WorkspaceUses;
  readonly identity: Identity;
  readonly database: Database;
  readonly registries: CompanyRegistries;
  readonly actors: KnownActors;
  /** Workspaces that could not be upgraded. */
  readonly behind: ReadonlySet<string>;
}

/** Tells who asks, in which workspace, with which rights; refuses nobody, a foreign page, and a key beyond its scopes. */
export function callerContextOf({
  uses,
  identity,
  database,
  registries,
  actors,
  behind,
}: Known): CallerContext {
  const count = workspaceRequests();
  return async (request) => {
    const caller = await identity.authenticate(request.headers);
    if (caller === undefined) {
      const closure = await identity.closureFor(request.headers);
      throw closure === undefined ? new Refusal('unauthenticated') : closed(closure);
    }
    if (behind.has(caller.workspace)) throw new Refusal('unavailable', [], { code: 'notUpgraded' });
    const writes = request.method !== 'GET' && request.method !== 'HEAD';
    if (writes && caller.via === 'session' && isCrossOrigin(request.headers, identity.trustedOrigins))
      throw new Refusal('forbidden');
    const { object = '', action } = request.params as { object?: string; action?: string };
    const { scope } = request.routeOptions.config;
    const within =
      scope !== undefined
        ? caller.scopes?.includes(scope) === true
        : action === undefined
          ? allows(caller, writes ? 'write' : 'read', object)
          : allows(caller, 'action', action);
    if (!within) throw new Refusal('forbidden');
    const stored = await identity.workspaces.get(caller.workspace);
    if (stored === undefined) throw new Refusal('unauthenticated');
    count(request, stored);
    const registry = await registries.of(stored.schema);
    const person = (id: string) =>
      actors.get(`${stored.schema} ${id}`, () => loadActor(database, registry, stored.schema, id));
    const actor = await person(caller.userId);
    if (actor === undefined) throw new Refusal('unauthenticated');
    const context = { registry, workspace: limitedWorkspace(stored, uses), database, actor, now: Date.now() };
    if (caller.impersonator === undefined) return context;
    const by = await person(caller.impersonator.userId);
    // Who is no administrator any more acts as nobody.
    if (by?.id == null || !by.unlimited) throw new Refusal('unauthenticated');
    const until = new Date(caller.impersonator.until).toISOString();
    return { ...context, actor: { ...actor, impersonator: { id: by.id, name: by.name, until } } };
  };
}
