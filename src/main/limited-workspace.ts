import type { Workspace } from '#engine/records/context.ts';
import type { Limits } from '#engine/workspaces/limits.ts';
import type { WorkspaceUses } from '#engine/workspaces/workspace-uses.ts';
import { type StoredWorkspace, workspaceOf } from './workspace-of.ts';

const known = new WeakMap<StoredWorkspace, Workspace>();

/** A workspace in which no more is written than it may keep; the same object for the same stored one. */
export function limitedWorkspace(
  stored: StoredWorkspace & { readonly limits: Limits },
  uses: WorkspaceUses,
): Workspace {
  const room = uses.room(stored);
  if (room === undefined) return workspaceOf(stored);
  const made = known.get(stored) ?? { ...workspaceOf(stored), room };
  known.set(stored, made);
  return made;
}
