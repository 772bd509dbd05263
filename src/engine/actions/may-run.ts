import type { Action } from '#kernel/action.ts';
import { objectNamed, type Registry } from '#kernel/registry.ts';
import type { Actor } from '../access/actor.ts';
import { mayEver } from '../access/rights.ts';

/**
 * Whether the actor may run a verb at all: one of the roles that it names and some record of its object that he can
 * see, or, when it names none, some record that he may change.
 */
export function mayRun(registry: Registry, { roles, object }: Action, actor: Actor): boolean {
  const named =
    roles === undefined || roles === 'everyone' || roles.some((role) => actor.roles.includes(role));
  if (!named && !actor.unlimited) return false;
  if (object === undefined) return true;
  return mayEver(registry, objectNamed(registry, object), roles === undefined ? 'update' : 'read', actor);
}
