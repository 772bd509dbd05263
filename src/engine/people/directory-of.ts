import { Refusal } from '#kernel/problem.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { Directory, DirectoryPerson } from '../identity/directory.ts';
import type { Person } from '../identity/people.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { readRecord } from '../records/read.ts';
import { updateRecord } from '../records/update.ts';
import { quoted } from '../sql/fragment.ts';

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
    async findByEmail(workspace, email) {
      const context = await contextOf(workspace, 'looking up who signs in');
      if (context === undefined) return undefined;
      const found = await context.database.run(
        `select id from ${quoted(context.workspace.schema)}.${quoted(context.registry.people)}
         where lower(email) = lower($1) and "deletedAt" is null limit 1`,
        [email],
      );
      const userId = found[0]?.[0];
      return userId ? read(context, { workspace, userId }) : undefined;
    },
    async create(workspace, values, reason) {
      const context = await contextOf(workspace, reason);
      if (context === undefined) throw new Refusal('notFound');
      const id = uuidv7();
      await createRecords(context, context.registry.people, [{ id, values }]);
      return id;
    },
    async change({ workspace, userId }, values, reason) {
      const context = await contextOf(workspace, reason);
      if (context) await updateRecord(context, context.registry.people, userId, values);
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
