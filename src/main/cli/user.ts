import { parseArgs } from 'node:util';
import { uuidv7 } from '#engine/database/uuid.ts';
import { createRecords } from '#engine/records/create.ts';
import { listRecords, recordsIn } from '#engine/records/list.ts';
import { updateRecord } from '#engine/records/update.ts';
import type { Installation } from '../installation.ts';
import { actingAs, identityOf, member } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', multiple: true },
  password: { type: 'string' },
} as const;

export const user: Command = {
  usage:
    'user list | create --email E --name N [--role R]… [--password P] | set-password --email E --password P | deactivate --email E',
  summary: 'people who work here and how they sign in',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const email = () => needed(values.email, 'email');
    switch (positionals[0]) {
      case 'list':
        return list(installation);
      case 'create': {
        const person = { email: email(), name: needed(values.name, 'name'), roles: values.role ?? [] };
        return create(installation, person, values.password);
      }
      case 'set-password': {
        const identity = await identityOf(installation);
        const { workspace, userId } = await member(identity, email());
        await identity.people.setPassword({
          workspace,
          userId,
          password: needed(values.password, 'password'),
        });
        return 0;
      }
      case 'deactivate': {
        const { userId } = await member(await identityOf(installation), email());
        const context = await actingAs(installation, undefined);
        await updateRecord(context, context.registry.people, userId, { active: false });
        return 0;
      }
      default:
        throw new CommandError(`Usage: guanxi ${user.usage}`);
    }
  },
};

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new CommandError(`--${name} is missing.`);
  return value;
}

interface Person {
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly string[] | null;
  readonly active: boolean;
}

async function list(installation: Installation): Promise<number> {
  const context = await actingAs(installation, undefined);
  const select = ['name', 'email', 'roles', 'active'];
  const page = await listRecords(context, context.registry.people, {
    select,
    sort: 'name',
    limit: 1000,
  });
  for (const { name, email, roles, active } of recordsIn<Person>(page))
    console.log([email ?? '-', name, (roles ?? []).join(','), active ? 'active' : 'inactive'].join('\t'));
  return 0;
}

async function create(
  installation: Installation,
  {
    email,
    name,
    roles,
  }: { readonly email: string; readonly name: string; readonly roles: readonly string[] },
  password: string | undefined,
): Promise<number> {
  const context = await actingAs(installation, undefined);
  const identity = await identityOf(installation);
  const id = uuidv7();
  await createRecords(context, context.registry.people, [{ id, values: { name, email, roles } }]);
  const { name: workspace } = context.workspace;
  await identity.people.createSignIn({
    workspace,
    userId: id,
    email,
    name,
    ...(password !== undefined && { password }),
  });
  console.log(id);
  return 0;
}
