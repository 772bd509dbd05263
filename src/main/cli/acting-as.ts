import { databaseOn } from '#engine/database/database.ts';
import { createIdentity, type Identity } from '#engine/identity/identity.ts';
import { loadActor } from '#engine/people/load-actor.ts';
import type { Context } from '#engine/records/context.ts';
import { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import type { Installation } from '../installation.ts';
import { workspaceOf } from '../workspace-of.ts';
import { CommandError } from './command.ts';

export function identityOf({ pool, secret }: Installation): Promise<Identity> {
  const { GUANXI_URL: baseUrl = 'http://127.0.0.1:3000' } = process.env;
  return createIdentity({ pool, secret, baseUrl });
}

/** A context in which the command acts as this person; as the first administrator when nobody is named. */
export async function actingAs(installation: Installation, email: string | undefined): Promise<Context> {
  const identity = await identityOf(installation);
  const database = databaseOn(installation.pool);
  const [first] = await identity.workspaces.list();
  if (first === undefined) throw new CommandError('Nothing is set up here yet.');
  const person =
    email === undefined ? await firstAdministrator(installation, first) : await member(identity, email);
  const stored = await identity.workspaces.get(person.workspace);
  if (stored === undefined) throw new CommandError(`${email} does not work here.`);
  const registry = await new CompanyRegistries(database, installation.registry, console.error).of(
    stored.schema,
  );
  const actor = await loadActor(database, registry, stored.schema, person.userId);
  if (actor === undefined) throw new CommandError(`${email} does not work here.`);
  return { registry, database, workspace: workspaceOf(stored), actor, now: Date.now() };
}

/** The person of a sign-in address. */
export async function member(identity: Identity, email: string) {
  const [found] = await identity.people.find(email);
  if (found === undefined) throw new CommandError(`Nobody signs in as ${email}.`);
  return found;
}

async function firstAdministrator(
  { pool, registry }: Installation,
  { name, schema }: { readonly name: string; readonly schema: string },
): Promise<{ workspace: string; userId: string }> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from "${schema}"."${registry.people}" where 'administrator' = any(roles) and active and "deletedAt" is null order by "createdAt", id limit 1`,
  );
  if (rows[0] === undefined) throw new CommandError('There is no administrator; name a person with --as.');
  return { workspace: name, userId: rows[0].id };
}
