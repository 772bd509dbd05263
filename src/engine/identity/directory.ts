import type { Person } from './people.ts';

/** What a workspace's own records say of somebody who works there. */
export interface DirectoryPerson extends Person {
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly string[];
  readonly locale: 'en' | 'zh-CN';
  readonly active: boolean;
}

/** The people of the workspaces as their records have them. Whatever is written goes up the ladder of all records. */
export interface Directory {
  find(person: Person): Promise<DirectoryPerson | undefined>;
  /** Somebody of a workspace by his address, in whatever case it is written. */
  findByEmail(workspace: string, email: string): Promise<DirectoryPerson | undefined>;
  /** Enters somebody, for a reason that the log keeps; gives his id. */
  create(workspace: string, values: Readonly<Record<string, unknown>>, reason: string): Promise<string>;
  change(person: Person, values: Readonly<Record<string, unknown>>, reason: string): Promise<void>;
}
