import { v7 } from 'uuid';
import type { ProviderClaims } from '#kernel/port/identity-provider.ts';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { Directory } from '../directory.ts';
import { parseSignInEmail } from '../email-address.ts';
import type { Identity } from '../identity.ts';
import type { Person } from '../people.ts';
import { refuse } from '../refuse.ts';
import type { Provider } from './providers.ts';
import { worksHere } from './works-here.ts';

interface Admitted extends Person {
  readonly identityId: string;
}

/**
 * For whom a provider has vouched: known by its own name for him, or by an address of a domain that it answers for;
 * somebody new is entered where that is wanted. Nobody who also belongs to another workspace comes in this way: one
 * workspace's provider must not say who somebody is elsewhere.
 */
export async function admit(
  identity: Identity,
  directory: Directory,
  provider: Provider,
  claims: ProviderClaims,
  ip: string,
): Promise<Admitted> {
  const known =
    (await linked(identity, provider, claims)) ?? (await entered(identity, directory, provider, claims, ip));
  if (!(await isAlone(identity, known))) throw refuse('forbidden', 'sharedSignIn');
  const { roles } = await worksHere(directory, known);
  await giveRoles(directory, provider, claims, known, roles);
  return known;
}

async function linked(
  { pool }: Identity,
  { id, workspace }: Provider,
  { subject }: ProviderClaims,
): Promise<Admitted | undefined> {
  const [row] = await databaseOn(pool).run(
    `select c.identity_id, m.user_id from guanxi.credential c
     join guanxi.membership m on m.identity_id = c.identity_id and m.workspace = $3
     where c.provider_id = $1 and c.account_id = $2`,
    [id, subject, workspace],
  );
  return row && { identityId: row[0] ?? '', userId: row[1] ?? '', workspace };
}

/** By an address: somebody who can sign in already, or one who is entered now. */
async function entered(
  identity: Identity,
  directory: Directory,
  provider: Provider,
  claims: ProviderClaims,
  ip: string,
): Promise<Admitted> {
  const { workspace } = provider;
  const email = verifiedAddress(provider, claims);
  const here = (await identity.people.find(email)).find((member) => member.workspace === workspace);
  const found = here ?? (await directory.findByEmail(workspace, email));
  if (found === undefined && !provider.provision) throw refuse('forbidden', 'notInvited');
  const name = claims.name ?? email.split('@')[0] ?? email;
  const { defaultRoles: roles } = provider;
  const userId =
    found?.userId ??
    (await directory.create(workspace, { name, email, roles }, `sign-in by ${provider.label}`));
  return databaseOn(identity.pool).transaction(async (change) => {
    const by = { actor: userId, ip };
    const identityId =
      here?.identityId ??
      (await identity.people.createSignIn({ workspace, userId, email, name }, by, change)).identityId;
    await change.run(
      'insert into guanxi.credential (id, identity_id, provider_id, account_id) values ($1, $2, $3, $4)',
      [v7(), identityId, provider.id, claims.subject],
    );
    const facts = { provider: provider.label, email, entered: found === undefined };
    await recordAuditEntry(change, { workspace, actor: userId, kind: 'provider.linked', facts, ip });
    return { workspace, userId, identityId };
  });
}

function verifiedAddress({ domains }: Provider, { email: given, emailVerified }: ProviderClaims): string {
  if (given === undefined || emailVerified === false) throw refuse('forbidden', 'noVerifiedAddress');
  const email = parseSignInEmail(given);
  if (!domains.includes(email.split('@')[1] ?? '')) throw refuse('forbidden', 'noVerifiedAddress');
  return email;
}

async function isAlone({ pool }: Identity, { identityId, workspace }: Admitted): Promise<boolean> {
  const elsewhere = await databaseOn(pool).run(
    'select from guanxi.membership where identity_id = $1 and workspace <> $2 limit 1',
    [identityId, workspace],
  );
  return elsewhere.length === 0;
}

/** Where groups are mapped, the provider decides over the roles at each sign-in. */
async function giveRoles(
  directory: Directory,
  { roles, defaultRoles, label }: Provider,
  { groups }: ProviderClaims,
  person: Person,
  present: readonly string[],
): Promise<void> {
  if (groups === undefined || Object.keys(roles).length === 0) return;
  const mapped = groups.flatMap((group) => (Object.hasOwn(roles, group) ? (roles[group] ?? []) : []));
  const wanted = mapped.length > 0 ? [...new Set(mapped)] : defaultRoles;
  const same = present.length === wanted.length && wanted.every((role) => present.includes(role));
  if (!same) await directory.change(person, { roles: wanted }, `groups that ${label} names`);
}
