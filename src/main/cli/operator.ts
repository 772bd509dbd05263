import { identityOf } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

export const operator: Command = {
  usage: 'operator list | add EMAIL | remove EMAIL',
  summary:
    'who runs the installation and its companies; as long as nobody is named, the administrators of the first company do',
  async run(installation, [verb, email]) {
    const { operators } = await identityOf(installation);
    if (verb === 'list') {
      for (const each of await operators.list()) console.log([each.email, each.name].join('\t'));
      return 0;
    }
    if (email === undefined || (verb !== 'add' && verb !== 'remove'))
      throw new CommandError(`Usage: guanxi ${operator.usage}`);
    await operators[verb](email);
    return 0;
  },
};
