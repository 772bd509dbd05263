import type { Person } from '../identity/people.ts';
import type { Workspace } from '../identity/workspaces.ts';

/** A workspace that has just begun, and who looks after it. */
export interface OpenedWorkspace {
  readonly stored: Workspace;
  readonly administrator: Person & { readonly name: string; readonly email: string };
}
