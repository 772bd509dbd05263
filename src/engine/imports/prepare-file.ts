import { valueKind } from '#kernel/field/value-kind.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { fieldRight } from '../access/rights.ts';
import { storageOf } from '../fields/columns.ts';
import { UnreadableFile } from '../import-export/reading/unreadable-file.ts';
import type { Context } from '../records/context.ts';
import { guessMapping, guessMatch, guessObject } from './guess-mapping.ts';
import { type ColumnMapping, type ImportFile, noneYet } from './import-job.ts';
import { targetOf } from './row-values.ts';
import { savedMapping } from './saved-mappings.ts';
import { openImported } from './stored-tables.ts';

/** What the person says of a file, in place of what can be guessed. */
export interface FileWishes {
  readonly object?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly mapping?: readonly ColumnMapping[];
  readonly matchBy?: string | null;
}

/** Sample rows shown to whoever maps the columns. */
const sampleSize = 5;

/** Reads what a file is and guesses what it means; a mapping once used for the same columns is used again. */
export async function prepareFile(
  context: Context,
  store: FileStore,
  { name, hash }: Pick<ImportFile, 'name' | 'hash'>,
  wishes: FileWishes,
): Promise<ImportFile> {
  const table = await openImported(
    store,
    context.workspace,
    { name, hash, ...shape(wishes) },
    { sampleSize },
  ).catch((error: unknown) => refuseUnreadable(name, error));
  try {
    const saved = await savedMapping(context, table.header);
    const objectName = wishes.object ?? saved?.object ?? guessObject(context, name, table.header)?.name;
    if (objectName === undefined) throw new Refusal('forbidden');
    if (!context.registry.objects.has(objectName))
      throw new Refusal('invalid', [{ field: 'object', code: 'noSuchRecord' }]);
    const object = objectNamed(context.registry, objectName);
    const mapping =
      wishes.mapping ??
      (saved?.object === objectName ? saved.mapping : guessMapping(context, object, table.header));
    refuseMapping(context, objectName, mapping, wishes.matchBy);
    let total = 0;
    for await (const _ of table.rows()) total++;
    return {
      ...{ name, hash, object: objectName, format: table.format },
      ...(table.encoding !== undefined && { encoding: table.encoding }),
      ...(table.delimiter !== undefined && { delimiter: table.delimiter }),
      ...(table.sheet !== undefined && { sheet: table.sheet, sheets: table.sheets }),
      header: table.header,
      sample: table.sample.map(({ cells }) => cells),
      mapping,
      matchBy: wishes.matchBy === undefined ? guessMatch(context.registry, object, mapping) : wishes.matchBy,
      total,
      ...noneYet,
    };
  } catch (error) {
    return refuseUnreadable(name, error);
  } finally {
    await table.close();
  }
}

/** The same file as the person wants it now. Only another way of reading it, or another object, asks for a new guess. */
export async function rewishedFile(
  context: Context,
  store: FileStore,
  file: ImportFile,
  wishes: FileWishes,
): Promise<ImportFile> {
  const { object = file.object, mapping, matchBy } = wishes;
  const anew = (['encoding', 'delimiter', 'sheet'] as const).some(
    (key) => wishes[key] !== undefined && wishes[key] !== file[key],
  );
  if (anew || object !== file.object) {
    const { encoding, delimiter, sheet } = file;
    return prepareFile(context, store, file, {
      object,
      ...shape({ ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...(sheet && { sheet }) }),
      ...wishes,
    });
  }
  refuseMapping(context, object, mapping ?? [], matchBy);
  return {
    ...file,
    ...noneYet,
    ...(mapping !== undefined && { mapping }),
    ...(matchBy !== undefined && { matchBy }),
  };
}

function shape({ encoding, delimiter, sheet }: FileWishes) {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(sheet !== undefined && { sheet }),
  };
}

function refuseUnreadable(name: string, error: unknown): never {
  if (!(error instanceof UnreadableFile)) throw error;
  throw new Refusal('invalid', [
    { field: 'files', code: `unreadable.${error.code}`, parameters: { name, ...error.parameters } },
  ]);
}

/** Every field that is named must exist and be this person's to fill. */
function refuseMapping(
  context: Context,
  objectName: string,
  mapping: readonly ColumnMapping[],
  matchBy: string | null | undefined,
): void {
  const object = objectNamed(context.registry, objectName);
  if (matchBy && !canFind(context, objectName, matchBy))
    throw new Refusal('invalid', [{ field: 'matchBy', code: 'notForFinding' }]);
  const unfit = mapping.filter(({ field, match }) => {
    const target = targetOf(context, object.fields.get(field ?? '') ?? { type: 'text' });
    return (
      match &&
      target !== undefined &&
      (!canFind(context, target, match) ||
        objectNamed(context.registry, target).fields.get(match)?.sealed === true)
    );
  });
  if (unfit.length > 0)
    throw new Refusal(
      'invalid',
      unfit.map(({ field }) => ({ field: `mapping.${field}.match`, code: 'notForFinding' })),
    );
  const kept = mapping.filter(
    ({ field, values, constant }) => object.fields.get(field ?? '')?.sealed === true && (values ?? constant),
  );
  if (kept.length > 0)
    throw new Refusal(
      'invalid',
      kept.map(({ field }) => ({ field: `mapping.${field}`, code: 'sealedMapping' })),
    );
  const wrong = mapping.filter(({ field }) => field && !object.fields.has(field));
  if (wrong.length > 0)
    throw new Refusal(
      'invalid',
      wrong.map(({ field }) => ({ field: `mapping.${String(field).slice(0, 100)}`, code: 'unknownField' })),
    );
}

/** Records are found by text that is kept and that this person may read. */
function canFind(context: Context, objectName: string, name: string): boolean {
  const field = objectNamed(context.registry, objectName).fields.get(name);
  if (field === undefined || storageOf(field).columns(name).length === 0 || valueKind(field) !== 'text')
    return false;
  return ['read', 'write'].includes(
    fieldRight(objectNamed(context.registry, objectName), name, context.actor),
  );
}
