import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { textInput } from '#kernel/field/text-input.ts';
import { Refusal } from '#kernel/problem.ts';
import { constraintViolation } from './constraint-violation.ts';
import { parseSignInEmail } from './email-address.ts';
import { hashPassword } from './password-hashing.ts';
import { parsePassword } from './password-rule.ts';
import * as statements from './people-statements.ts';
import type { Queryable } from './queryable.ts';
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
}

export interface Membership extends Person {
  readonly identityId: string;
}

/** Whether a person may sign in now. */
export interface SignInState {
  readonly userId: string;
  readonly enabled: boolean;
}

export interface People {
  /**
   * Lets a person of a workspace sign in. Whoever signs in to another workspace with the same address
   * already keeps his password: `existed` says so.
   */
  createSignIn(input: NewSignIn, on?: Queryable): Promise<{ identityId: string; existed: boolean }>;
  /** Sets the password and ends all sessions. */
  setPassword(input: Person & { readonly password: string }): Promise<void>;
  changeEmail(input: Person & { readonly email: string }): Promise<void>;
  /** Ends the person's sessions in this workspace and refuses his keys. */
  disable(person: Person): Promise<void>;
  enable(person: Person): Promise<void>;
  /** Everybody who can sign in to a workspace, or could until it was taken away. */
  list(workspace: string): Promise<readonly SignInState[]>;
  /** Where this address may sign in; first the workspace that sign-in enters. */
  find(email: string): Promise<Membership[]>;
}

export interface PeopleOptions {
  readonly pool: Pool;
  readonly forget: (description: CallerDescription) => void;
}

const refuseTaken = constraintViolation({
  identity_email_key: { field: 'email', code: 'emailTaken' },
  membership_pkey: { field: 'email', code: 'emailTaken' },
  membership_workspace_user_id_key: { field: 'userId', code: 'signInExists' },
  membership_workspace_fkey: { field: 'workspace', code: 'noWorkspace' },
});

/** Who may sign in to which workspace. */
export function createPeople({ pool, forget }: PeopleOptions): People {
  /** Runs a change to one person's sign-in; `field` is what cannot be changed for somebody shared with others. */
  async function change(person: Person, text: string, values: unknown[], field?: string): Promise<void> {
    const who = [person.workspace, person.userId];
    const changed = await pool
      .query<{ identity_id: string }>({ text, values: [...who, ...values] })
      .catch(refuseTaken);
    const identityId = changed.rows[0]?.identity_id;
    if (identityId !== undefined) return forget({ identityId });
    const known = await pool.query({ text: statements.isMemberStatement, values: who });
    if (known.rowCount === 0 || field === undefined) throw refuse('notFound', 'noSignIn');
    throw new Refusal('forbidden', [{ field, code: 'sharedSignIn' }]);
  }

  return {
    async createSignIn(input, on = pool) {
      const { email, name } = readBody(input, {
        email: required(parseSignInEmail),
        name: required((value) => textInput(value, 200)),
      });
      const { password } = readBody(input, { password: optional((value) => parsePassword(value, email)) });
      const hash = password === undefined ? null : await hashPassword(password);
      const values = [v7(), email, name, v7(), hash, input.workspace, input.userId];
      const statement = { text: statements.newSignInStatement, values };
      type Created = { identityId: string; existed: boolean };
      let created = await on.query<Created>(statement).catch(refuseTaken);
      // Somebody else created the same address at this moment; now it can be seen.
      if (created.rows.length === 0) created = await on.query<Created>(statement).catch(refuseTaken);
      return created.rows[0] as Created;
    },
    async setPassword(input) {
      const { password } = readBody(input, { password: required((value) => parsePassword(value)) });
      const values = [v7(), await hashPassword(password)];
      await change(input, statements.setPasswordStatement, values, 'password');
    },
    async changeEmail(input) {
      const { email } = readBody(input, { email: required(parseSignInEmail) });
      await change(input, statements.changeEmailStatement, [email], 'email');
    },
    disable: (person) => change(person, statements.disableStatement, []),
    enable: (person) => change(person, statements.enableStatement, []),
    async list(workspace) {
      return (await pool.query<SignInState>({ text: statements.signInsStatement, values: [workspace] })).rows;
    },
    async find(email) {
      const values = [email.trim().toLowerCase()];
      return (await pool.query<Membership>({ text: statements.membershipStatement, values })).rows;
    },
  };
}
