import { parseArgs } from 'node:util';
import { identityOf, member } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

const options = {
  user: { type: 'string' },
  name: { type: 'string' },
  scope: { type: 'string', multiple: true },
} as const;

export const apiKey: Command = {
  usage: 'api-key create --user EMAIL [--name N] [--scope S]…',
  summary: 'a key for programs; it is printed alone and shown nowhere else',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    if (positionals[0] !== 'create' || values.user === undefined)
      throw new CommandError(`Usage: guanxi ${apiKey.usage}`);
    const identity = await identityOf(installation);
    const owner = await member(identity, values.user);
    const made = await identity.apiKeys.create(owner, {
      name: values.name ?? 'command line',
      ...(values.scope && { scopes: values.scope }),
    });
    console.log(made.key);
    return 0;
  },
};
