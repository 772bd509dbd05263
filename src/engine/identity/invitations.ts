import { databaseOn } from '../database/database.ts';
import type { Directory, DirectoryPerson } from './directory.ts';
import type { Identity } from './identity.ts';
import { type Doer, noteDone } from './note-done.ts';
import type { Person } from './people.ts';
import { refuse } from './refuse.ts';
import { endTokens, issueToken, readToken, spendToken } from './tokens/one-time-tokens.ts';

const purpose = 'invitation';
const day = 86_400;
const lifetime = 7 * day;

/** A person who was invited and has not come yet. */
export interface Invited {
  readonly userId: string;
  readonly until: string;
}

/** Whom a link invites, and whether he signs in elsewhere already and so has a password. */
export interface Invitation extends DirectoryPerson {
  readonly existing: boolean;
}

/** Invites a person: a new link, in place of any earlier one. Gives the link and when it ends. */
export function invite(
  identity: Identity,
  person: DirectoryPerson,
  by: Doer,
): Promise<{ readonly href: string; readonly until: Date }> {
  const { workspace, userId: subject } = person;
  return databaseOn(identity.pool).transaction(async (change) => {
    await endTokens(change, { purpose, workspace, subject });
    const token = await issueToken(change, { purpose, workspace, subject, seconds: lifetime });
    await noteDone(change, person, 'invitation.sent', by, { email: person.email });
    // Behind the hash it reaches neither logs nor other sites.
    const href = `${identity.baseUrl}/invitation#${token}`;
    return { href, until: new Date(Date.now() + lifetime * 1000) };
  });
}

/** Takes an invitation back; false when there was none. */
export function takeBack(identity: Identity, person: Person, by: Doer): Promise<boolean> {
  const { workspace, userId: subject } = person;
  return databaseOn(identity.pool).transaction(async (change) => {
    if ((await endTokens(change, { purpose, workspace, subject })) === 0) return false;
    await noteDone(change, person, 'invitation.takenBack', by);
    return true;
  });
}

/** Whose links of a workspace still work. */
export async function openInvitations({ pool }: Identity, workspace: string): Promise<readonly Invited[]> {
  const rows = await databaseOn(pool).run(
    `select json_build_object('userId', subject, 'until', expires_at) from guanxi.one_time_token
     where purpose = $1 and workspace = $2 and expires_at > now()`,
    [purpose, workspace],
  );
  return rows.map(([row]) => JSON.parse(row ?? '{}'));
}

/** Whom a link invites; refused when it is worthless. */
export async function readInvitation(
  { pool }: Identity,
  directory: Directory,
  token: string,
): Promise<Invitation> {
  const database = databaseOn(pool);
  const known = await readToken(database, purpose, token);
  const found = known && (await directory.find({ workspace: known.workspace ?? '', userId: known.subject }));
  if (!found?.active || !found.email) throw refuse('notFound', 'linkWorthless');
  const elsewhere = await database.run(
    `select from guanxi.identity i join guanxi.credential c on c.identity_id = i.id
     where i.email = lower($1) and exists (select from guanxi.membership m where m.identity_id = i.id)`,
    [found.email],
  );
  return { ...found, existing: elsewhere.length > 0 };
}

/** Uses an invitation up: from now on the person signs in, with this password unless he has one. */
export async function accept(
  identity: Identity,
  { workspace, userId, email, existing }: Invitation,
  given: { readonly token: string; readonly name: string; readonly password: string | undefined },
  ip: string,
): Promise<void> {
  const { token, name, password } = given;
  await databaseOn(identity.pool).transaction(async (change) => {
    if ((await spendToken(change, purpose, token)) === undefined) throw refuse('notFound', 'linkWorthless');
    const by = { actor: userId, ip };
    await identity.people.createSignIn(
      {
        workspace,
        userId,
        email: email ?? '',
        name,
        ...(!existing && password !== undefined && { password }),
      },
      by,
      change,
    );
    await noteDone(change, { workspace, userId }, 'invitation.accepted', by);
  });
}
