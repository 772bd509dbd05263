import { Unacceptable } from '#kernel/problem.ts';
import type { Caller } from './caller.ts';

export type Access = 'read' | 'write' | 'action';

const scopePattern =
  /^(read|write|scim|addressBook(:all|:write)?|records:[a-z][A-Za-z0-9]*:(read|write)|actions:[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9]*)?)$/;

/**
 * Whether the caller's key reaches this far: `name` is an object for reading and writing, an action to run one.
 * `write` includes `read`, and everything that changes something includes actions. What the person behind the
 * key may do is decided elsewhere; a scope only ever takes away. `scim` opens provisioning and nothing else,
 * `addressBook` the own address book for phones, with `addressBook:all` that of all whom the person may see, and with `addressBook:write`
 * to be changed from there.
 */
export function allows(caller: Pick<Caller, 'scopes'>, access: Access, name: string): boolean {
  const { scopes } = caller;
  if (scopes === undefined || scopes.includes('write')) return true;
  if (access === 'action') return scopes.includes(`actions:${name}`);
  if (scopes.includes(`records:${name}:write`)) return true;
  return access === 'read' && (scopes.includes('read') || scopes.includes(`records:${name}:read`));
}

/** Scopes as somebody asked for them; absent means no limit, and an empty list would be a useless key. */
export function parseScopes(input: unknown): string[] | undefined {
  if (input === undefined || input === null) return undefined;
  if (!Array.isArray(input) || input.length === 0 || input.length > 200) throw new Unacceptable('notScopes');
  for (const scope of input) {
    if (typeof scope !== 'string' || scope.length > 200 || !scopePattern.test(scope)) {
      throw new Unacceptable('notScope', { scope: String(scope).slice(0, 60) });
    }
  }
  return [...new Set(input as string[])];
}
