import { identityOf } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

export const workspace: Command = {
  usage: 'workspace list | suspend NAME | resume NAME',
  summary: 'the companies of this installation',
  async run(installation, [verb, name]) {
    const { workspaces } = await identityOf(installation);
    if (verb === 'list') {
      for (const { name: each, label, suspendedAt } of await workspaces.list())
        console.log([each, label, suspendedAt === null ? 'open' : 'suspended'].join('\t'));
      return 0;
    }
    if (name === undefined || (verb !== 'suspend' && verb !== 'resume'))
      throw new CommandError(`Usage: guanxi ${workspace.usage}`);
    if ((await workspaces.get(name)) === undefined) throw new CommandError(`There is no workspace ${name}.`);
    await workspaces[verb](name);
    return 0;
  },
};
