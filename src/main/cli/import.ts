import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { uuidv7 } from '#engine/database/uuid.ts';
import { importWishes } from '#engine/http/import-wishes.ts';
import { problemText } from '#engine/http/texts.ts';
import type { ImportFile, ImportJob } from '#engine/imports/import-job.ts';
import { insertImport, readImport } from '#engine/imports/import-table.ts';
import { keepImported } from '#engine/imports/keep-imported.ts';
import { prepareFile } from '#engine/imports/prepare-file.ts';
import { doImport } from '#engine/imports/serve-imports.ts';
import type { Context } from '#engine/records/context.ts';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { actingAs } from './acting-as.ts';
import { type Command, CommandError } from './command.ts';

const options = {
  object: { type: 'string' },
  mapping: { type: 'string' },
  duplicates: { type: 'string' },
  'dry-run': { type: 'boolean' },
  as: { type: 'string' },
} as const;

export const importFiles: Command = {
  usage:
    'import FILE… [--object O] [--mapping FILE.json] [--duplicates skip|update|create] [--dry-run] [--as EMAIL]',
  summary: 'rows of CSV and XLSX files as records; several files that refer to each other come in together',
  async run(installation, parameters) {
    const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
    if (positionals.length === 0) throw new CommandError(`Usage: guanxi ${importFiles.usage}`);
    const context = await actingAs(installation, values.as);
    const given: unknown =
      values.mapping === undefined ? {} : JSON.parse(readFileSync(values.mapping, 'utf8'));
    const wishes = importWishes({
      ...(given as object),
      ...(values.duplicates !== undefined && { options: { duplicates: values.duplicates } }),
    });
    const files: ImportFile[] = [];
    for (const path of positionals) {
      const name = basename(path);
      const { hash } = await keepImported(installation.store, context.workspace, createReadStream(path));
      const wish = {
        ...wishes.files.get(name),
        ...(values.object !== undefined && { object: values.object }),
      };
      files.push(await prepareFile(context, installation.store, { name, hash }, wish));
    }
    const dryRun = values['dry-run'] === true;
    const job: ImportJob = {
      ...{ id: uuidv7(), actor: context.actor.id ?? '', state: dryRun ? 'checking' : 'running', files },
      options: { duplicates: 'skip', ...wishes.options, dryRun },
      ...{ createdAt: formatInstant(context.now), startedAt: null, finishedAt: null, problem: null },
    };
    await insertImport(context, job);
    await doImport(context, installation.store, job, new AbortController().signal, console.error);
    return told(context, await readImport(context, job.id));
  },
};

/** What became of the rows, file by file. Zero when everything came in. */
function told(context: Context, { state, files, problem, options: { dryRun } }: ImportJob): number {
  if (problem !== null) console.error(problem);
  for (const { name, object, created, updated, skipped, failed, empty = 0, report } of files) {
    console.log(
      `${name} → ${object}: ${created} ${dryRun ? 'would be ' : ''}created, ${updated} changed, ${skipped} there already, ${failed} failed${empty > 0 ? `, ${empty} empty` : ''}`,
    );
    for (const [column, values] of Object.entries(report?.unknownValues ?? {}))
      for (const { value, count, suggestion } of values)
        console.log(
          `  ${column}: “${value}” is unknown (${count}×)${suggestion ? `; is it “${suggestion}”?` : ''}`,
        );
    for (const error of report?.errors.slice(0, 20) ?? []) {
      const reason = problemText(context.actor.locale, error.code, {
        value: error.value ?? '',
        ...error.parameters,
      });
      console.log(`  row ${error.row}, ${error.column ?? error.field}: ${reason}`);
    }
  }
  const failed = files.some((file) => file.failed > 0);
  return state === 'failed' || failed ? 1 : 0;
}
