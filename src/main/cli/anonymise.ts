import { parseArgs } from 'node:util';
import { databaseOn } from '#engine/database/database.ts';
import { invite } from '#engine/identity/invitations.ts';
import { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import { anonymiseWorkspace } from '../anonymise-workspace.ts';
import { identityOf } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

const options = {
  into: { type: 'string' },
  company: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  word: { type: 'string' },
} as const;

export const anonymise: Command = {
  usage: 'anonymise WORKSPACE --into NAME --name N --email E [--company C] [--word W]',
  summary:
    'a copy of a company without its people, in a new company of its own; prints the link by which its administrator comes in',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const { into, company, name, email, word } = values;
    const [from] = positionals;
    if (from === undefined || into === undefined || name === undefined || email === undefined)
      throw new CommandError(`Usage: guanxi ${anonymise.usage}`);
    const { pool, secret } = installation;
    const identity = await identityOf(installation);
    const source = await identity.workspaces.get(from);
    if (source === undefined) throw new CommandError(`There is no workspace ${from}.`);
    const registries = new CompanyRegistries(databaseOn(pool), installation.registry, console.error);
    const { stored, administrator } = await anonymiseWorkspace(
      { pool, identity, secret, registry: await registries.everythingOf(source.schema) },
      source,
      { name: into, company, administratorName: name, administratorEmail: email, word },
    );
    const person = { ...administrator, roles: [], locale: stored.settings.locale, active: true };
    console.log((await invite(identity, person, {})).href);
    return 0;
  },
};
