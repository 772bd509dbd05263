import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyConfiguration } from '#engine/configuration/apply-configuration.ts';
import type { Configuration, Plan } from '#engine/configuration/configuration.ts';
import { planConfiguration } from '#engine/configuration/plan-configuration.ts';
import { readConfiguration } from '#engine/configuration/read-configuration.ts';
import { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import { actingAs, identityOf } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

const options = { as: { type: 'string' } } as const;
const settingsFile = 'settings.json';

export const configuration: Command = {
  usage: 'configuration export FOLDER | plan FOLDER | apply FOLDER [--as EMAIL]',
  summary:
    'how a company has set the product up, as a folder of text: its own fields, rights, rules, pipelines, forms, settings; apply does all of it or nothing and takes nothing away',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const [verb = '', folder] = positionals;
    if (folder === undefined || !['export', 'plan', 'apply'].includes(verb))
      throw new CommandError(`Usage: guanxi ${configuration.usage}`);
    const context = await actingAs(installation, values.as);
    const { workspaces } = await identityOf(installation);
    const settings = (await workspaces.get(context.workspace.name))?.settings;
    if (settings === undefined) throw new CommandError('There is no such company.');
    if (verb === 'export') write(folder, await readConfiguration(context, settings));
    else if (verb === 'plan') tell(await planConfiguration(context, settings, read(folder)));
    else {
      const registries = new CompanyRegistries(context.database, installation.registry, console.error);
      const place = { workspaces, settings, registryIn: registries.within.bind(registries) };
      tell(await applyConfiguration(context, place, read(folder)));
    }
    return 0;
  },
};

/** A file for the settings and one for the records of each object. */
function write(folder: string, { format, settings, records }: Configuration): void {
  mkdirSync(folder, { recursive: true });
  const put = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), `${JSON.stringify(content, undefined, 2)}\n`);
  put(settingsFile, { format, settings });
  for (const [object, entries] of Object.entries(records)) put(`${object}.json`, entries);
}

function read(folder: string): object {
  const content = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== settingsFile);
  const records = Object.fromEntries(files.map((file) => [file.slice(0, -'.json'.length), content(file)]));
  return { ...content(settingsFile), records };
}

function tell({ settings, records }: Plan): void {
  for (const [name, [before, after]] of Object.entries(settings))
    console.log(`~ settings ${name}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  const signs = { create: '+', update: '~', left: '=' } as const;
  for (const { object, key, change, fields } of records) {
    const left = change === 'left' ? ' (is not spoken of and stays)' : '';
    console.log(`${signs[change]} ${object} ${Object.values(key).join('.')}${left}`);
    for (const [name, [before, after]] of Object.entries(fields))
      console.log(`    ${name}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  }
  if (Object.keys(settings).length === 0 && records.every(({ change }) => change === 'left'))
    console.log('Nothing to change.');
}
