import { asSystem } from '#engine/access/actor.ts';
import type { Database } from '#engine/database/database.ts';
import { uuidv7 } from '#engine/database/uuid.ts';
import type { Identity } from '#engine/identity/identity.ts';
import type { SetupInput } from '#engine/identity/routes/setup-input.ts';
import type { Context } from '#engine/records/context.ts';
import { createRecords } from '#engine/records/create.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import type { Registry } from '#kernel/registry.ts';
import { workspaceOf } from './workspace-of.ts';

/** Makes the first workspace with its administrator. */
export async function setUp(
  identity: Identity,
  database: Database,
  registry: Registry,
  input: SetupInput,
): Promise<object> {
  const { company, name, email, password, locale, currency, timeZone } = input;
  const settings = { company, currency, currencies: { [currency]: '1' }, locale, timeZone };
  const workspace = workspaceOf({ name: 'main', label: company, schema: 'ws_main', settings });
  await migrateWorkspace(database, registry, workspace, new Date());
  const context: Context = {
    registry,
    workspace,
    database,
    now: Date.now(),
    actor: asSystem('set-up of the first administrator'),
  };
  const id = uuidv7();
  await createRecords(context, registry.people, [
    { id, values: { name, email, locale, timeZone, roles: ['administrator'], active: true } },
  ]);
  await identity.workspaces.create({ name: 'main', settings });
  await identity.people.createSignIn({ workspace: 'main', userId: id, email, name, password });
  return { workspace: 'main', user: { id, name, email } };
}
