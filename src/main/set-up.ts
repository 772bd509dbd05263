import type { Pool } from 'pg';
import type { Identity } from '#engine/identity/identity.ts';
import type { SetupInput } from '#engine/identity/routes/setup-input.ts';
import type { Registry } from '#kernel/registry.ts';
import { openWorkspace } from './open-workspace.ts';

/** Makes the first workspace with its administrator. */
export async function setUp(
  grounds: { readonly pool: Pool; readonly identity: Identity; readonly registry: Registry },
  input: SetupInput,
): Promise<object> {
  const { stored, administrator } = await openWorkspace(grounds, {
    ...input,
    name: 'main',
    administratorName: input.name,
    administratorEmail: input.email,
  });
  const { userId: id, name, email } = administrator;
  return { workspace: stored.name, user: { id, name, email } };
}
