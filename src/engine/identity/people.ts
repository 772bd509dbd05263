import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { textInput } from '#kernel/field/text-input.ts';
import { Refusal } from '#kernel/problem.ts';
import { type Database, databaseOn } from '../database/database.ts';
import { refuseBeyondLimit } from '../workspaces/people-limit.ts';
import { constraintViolation } from './constraint-violation.ts';
import { parseSignInEmail } from './email-address.ts';
import { type Doer, noteDone } from './note-done.ts';
import { companyWords } from './passwords/company-words.ts';
import { hashPassword } from './passwords/password-hashing.ts';
import { parsePassword } from './passwords/password-rule.ts';
import { refuseGuessable } from './passwords/password-strength.ts';
import * as statements from './people-statements.ts';
import { optional, readBody, required } from './read-body.ts';
import type { CallerDescription } from './recent-callers.ts';
import { refuse } from './refuse.ts';

/** A person of a workspace, by the id of the row in its `user` table. */
export interface Person {
  readonly workspace: string;
  readonly userId: string;
}

export interface NewSignIn extends Person {
  readonly email: string;
  readonly name: string;
  /** Without one the person cannot sign in until a password is set. */
  readonly password?: string;
  /** A program, which comes by keys alone. */
  readonly service?: boolean;
}

export interface Membership extends Person {
  readonly identityId: string;
}

/** Whether a person may sign in now. */
export interface SignInState {
  readonly userId: string;
  readonly enabled: boolean;
  /** A program, which comes by keys alone. */
  readonly service: boolean;
}

export interface People {
  /**
   * Lets a person of a workspace sign in. Whoever signs in to another workspace with the same address
   * already keeps his password: `existed` says so.
   */
  createSignIn(input: NewSignIn, by?: Doer, on?: Database): Promise<{ identityId: string; existed: boolean }>;
  /** Sets the password and ends all sessions. */
  setPassword(input: Person & { readonly password: string }, by?: Doer): Promise<void>;
  changeEmail(input: Person & { readonly email: string }, by?: Doer, on?: Database): Promise<void>;
  /** Ends the person's sessions in this workspace and refuses his keys. */
  disable(person: Person, by?: Doer, on?: Database): Promise<void>;
  enable(person: Person, by?: Doer, on?: Database): Promise<void>;
  /** Signs the person out of this workspace everywhere; he may come in again. */
  endSessions(person: Person, by?: Doer): Promise<void>;
  /** Everybody who can sign in to a workspace, or could until it was taken away. */
  list(workspace: string): Promise<readonly SignInState[]>;
  /** The sign-in of a person over which this workspace decides alone; refused when he is shared with others. */
  alone(person: Person): Promise<Membership>;
  /** Where this address may sign in; first the workspace that sign-in enters. */
  find(email: string): Promise<Membership[]>;
}

export interface PeopleOptions {
  readonly pool: Pool;
  readonly forget: (description: CallerDescription) => void;
}

interface ChangeOptions {
  readonly values?: readonly unknown[];
  /** What cannot be changed for somebody shared with others. */
  readonly field?: string;
  /** A transaction to be part of. */
  readonly on?: Database;
}

const refuseTaken = constraintViolation({
  identity_email_key: { field: 'email', code: 'emailTaken' },
  membership_pkey: { field: 'email', code: 'emailTaken' },
  membership_workspace_user_id_key: { field: 'userId', code: 'signInExists' },
  membership_workspace_fkey: { field: 'workspace', code: 'noWorkspace' },
});

/** Who may sign in to which workspace. */
export function createPeople({ pool, forget }: PeopleOptions): People {
  const database = databaseOn(pool);

  /** Runs a change to one person's sign-in. */
  async function change(
    person: Person,
    kind: string,
    by: Doer,
    statement: string,
    { values = [], field, on = database }: ChangeOptions = {},
  ): Promise<void> {
    const who = [person.workspace, person.userId];
    const identityId = await on.transaction(async (change) => {
      const [row] = await change.run(statement, [...who, ...values]).catch(refuseTaken);
      if (row !== undefined) await noteDone(change, person, kind, by);
      if (kind === 'signIn.allowed') await refuseBeyondLimit(change, person.workspace);
      return row?.[0];
    });
    if (identityId) return forget({ identityId });
    const known = await on.run(statements.memberStatement, who);
    if (known.length === 0 || field === undefined) throw refuse('notFound', 'noSignIn');
    throw new Refusal('forbidden', [{ field, code: 'sharedSignIn' }]);
  }

  return {
    async createSignIn(input, by = {}, on = database) {
      const { email, name } = readBody(input, {
        email: required(parseSignInEmail),
        name: required((value) => textInput(value, 200)),
      });
      const { password } = readBody(input, { password: optional((value) => parsePassword(value, email)) });
      if (password !== undefined)
        await refuseGuessable(password, [email, name, ...(await companyWords(on, input.workspace))]);
      const hash = password === undefined ? null : await hashPassword(password);
      const values = [v7(), email, name, v7(), hash, input.workspace, input.userId, input.service === true];
      return on.transaction(async (change) => {
        const insert = () => change.run(statements.newSignInStatement, values).catch(refuseTaken);
        // Nothing comes back when somebody else created the same address at this moment; now it can be seen.
        const [row] = await insert().then((rows) => (rows.length > 0 ? rows : insert()));
        await refuseBeyondLimit(change, input.workspace);
        await noteDone(change, input, 'signIn.allowed', by);
        return { identityId: row?.[0] ?? '', existed: row?.[1] === 't' };
      });
    },
    async setPassword(input, by = {}) {
      const { password } = readBody(input, { password: required((value) => parsePassword(value)) });
      await refuseGuessable(password, await companyWords(database, input.workspace));
      const values = [v7(), await hashPassword(password)];
      await change(input, 'password.set', by, statements.setPasswordStatement, { values, field: 'password' });
    },
    async changeEmail(input, by = {}, on = database) {
      const { email } = readBody(input, { email: required(parseSignInEmail) });
      await change(input, 'signIn.addressChanged', by, statements.changeEmailStatement, {
        ...{ values: [email], field: 'email', on },
      });
    },
    disable: (person, by = {}, on = database) =>
      change(person, 'signIn.takenAway', by, statements.disableStatement, { on }),
    enable: (person, by = {}, on = database) =>
      change(person, 'signIn.allowed', by, statements.enableStatement, { on }),
    endSessions: (person, by = {}) => change(person, 'session.ended', by, statements.endSessionsStatement),
    async list(workspace) {
      return (await pool.query<SignInState>({ text: statements.signInsStatement, values: [workspace] })).rows;
    },
    async alone({ workspace, userId }) {
      const who = [workspace, userId];
      const [row] = await database.run(statements.aloneStatement, who);
      if (row !== undefined) return { workspace, userId, identityId: row[0] ?? '' };
      const known = await database.run(statements.memberStatement, who);
      throw known.length > 0 ? refuse('forbidden', 'sharedSignIn') : refuse('notFound', 'noSignIn');
    },
    async find(email) {
      const values = [email.trim().toLowerCase()];
      return (await pool.query<Membership>({ text: statements.membershipStatement, values })).rows;
    },
  };
}
