import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportQueryOf } from '#engine/http/list-parameters.ts';
import { exportRecords } from '#engine/import-export/export-records.ts';
import { actingAs } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

const options = {
  format: { type: 'string' },
  select: { type: 'string' },
  where: { type: 'string' },
  sort: { type: 'string' },
  headers: { type: 'string' },
  output: { type: 'string', short: 'o' },
  as: { type: 'string' },
} as const;

export const exportObject: Command = {
  usage:
    'export OBJECT [--format csv|xlsx] [--select …] [--where JSON] [--sort …] [--headers labels|names] [-o FILE] [--as EMAIL]',
  summary: 'records as a file, or to the standard output',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    const [object] = positionals;
    if (object === undefined) throw new CommandError(`Usage: guanxi ${exportObject.usage}`);
    if (!installation.registry.objects.has(object)) throw new CommandError(`There is no object ${object}.`);
    const { output, as, ...query } = values;
    const context = await actingAs(installation, as);
    const content = await exportRecords(context, object, exportQueryOf(query));
    await pipeline(content, output === undefined ? process.stdout : createWriteStream(output), {
      end: output !== undefined,
    });
    return 0;
  },
};
