import { Refusal } from '#kernel/problem.ts';
import type { Directory, DirectoryPerson } from '../identity/directory.ts';
import type { Person } from '../identity/people.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';
import { updateRecord } from '../records/update.ts';

/** A context in which the system itself acts in a workspace, for a reason; undefined for a workspace that is not. */
export type SystemContext = (workspace: string, reason: string) => Promise<Context | undefined>;

const fields = ['name', 'email', 'roles', 'locale', 'active'];

/** The people of the workspaces, read and written as the records that they are. */
export function directoryOf(contextOf: SystemContext): Directory {
  return {
    async find(person) {
      const context = await contextOf(person.workspace, 'looking up who signs in');
      return context && read(context, person);
    },
    async rename({ workspace, userId }, name) {
      const context = await contextOf(
        workspace,
        'a name that its bearer wrote when he accepted an invitation',
      );
      if (context) await updateRecord(context, context.registry.people, userId, { name });
    },
  };
}

async function read(context: Context, { workspace, userId }: Person): Promise<DirectoryPerson | undefined> {
  try {
    const text = await readRecord(context, context.registry.people, userId, fields);
    const { name, email, roles, locale, active } = JSON.parse(text);
    return { workspace, userId, name, email, roles: roles ?? [], locale, active };
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'notFound') return undefined;
    throw error;
  }
}
