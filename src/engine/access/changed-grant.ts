import type { Grant } from '#kernel/policy.ts';

/** What a workspace has changed of what a role may do with an object; null where it is as declared. */
export interface GrantChange {
  readonly role: string;
  readonly object: string;
  readonly read: string | null;
  readonly create: string | null;
  readonly update: string | null;
  readonly delete: string | null;
  readonly import: string | null;
  readonly publish: string | null;
  /** Field rights by name; `write` lifts a declared limit. */
  readonly fields: Readonly<Record<string, string>> | null;
}

const permissions: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** A declared grant, if there is one, with the changes of the workspace. */
export function changedGrant(declared: Grant | undefined, change: GrantChange): Grant {
  const { role: _, object: __, fields, ...operations } = change;
  const given = Object.entries(operations)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, permissions[value as string] ?? value]);
  return { ...declared, ...Object.fromEntries(given), fields: { ...declared?.fields, ...fields } } as Grant;
}
