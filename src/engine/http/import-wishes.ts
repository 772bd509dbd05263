import { Refusal } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';
import { DELIMITERS } from '../import-export/reading/delimiter.ts';
import { ENCODINGS } from '../import-export/reading/encoding.ts';
import type { ColumnMapping, ImportOptions } from '../imports/import-job.ts';
import type { FileWishes } from '../imports/prepare-file.ts';

/** What a person asks of an import. */
export interface ImportWishes {
  /** By the file's name. */
  readonly files: ReadonlyMap<string, FileWishes>;
  readonly options: Partial<ImportOptions>;
  /** To be done at once. */
  readonly run: boolean;
}

/** States in which an import can be changed and run. */
export const changeableStates: readonly string[] = ['mapping', 'checked', 'failed'];

type Values = Readonly<Record<string, unknown>>;

/** Reads what was asked, refusing with the name of what is wrong. */
export function importWishes(input: unknown): ImportWishes {
  const { files = [], options = {}, run = false, dryRun = false } = record(input, '');
  if (!Array.isArray(files)) refuse('files', 'notAList');
  const { duplicates } = record(options, 'options');
  if (duplicates !== undefined && !['skip', 'update', 'create'].includes(quotedValue(duplicates)))
    refuse('options.duplicates', 'notAChoice', {
      value: quotedValue(duplicates),
      choices: 'skip, update, create',
    });
  return {
    files: new Map((files as readonly unknown[]).map((file, index) => fileWishes(file, `files.${index}`))),
    options: {
      ...(duplicates !== undefined && { duplicates: duplicates as ImportOptions['duplicates'] }),
      ...(run === true && { dryRun: dryRun === true }),
    },
    run: run === true,
  };
}

function fileWishes(input: unknown, place: string): readonly [name: string, wishes: FileWishes] {
  const { name, object, encoding, delimiter, sheet, mapping, matchBy } = record(input, place);
  if (typeof name !== 'string') refuse(`${place}.name`, 'required');
  const texts = { object, sheet, matchBy: matchBy ?? undefined };
  for (const [key, value] of Object.entries(texts))
    if (value !== undefined && value !== null && typeof value !== 'string')
      refuse(`${place}.${key}`, 'notText');
  oneOf(encoding, ENCODINGS, `${place}.encoding`);
  oneOf(delimiter, DELIMITERS, `${place}.delimiter`);
  return [
    name as string,
    {
      ...(typeof object === 'string' && { object }),
      ...(typeof encoding === 'string' && { encoding }),
      ...(typeof delimiter === 'string' && { delimiter }),
      ...(typeof sheet === 'string' && { sheet }),
      ...(matchBy !== undefined && { matchBy: matchBy as string | null }),
      ...(mapping !== undefined && mapping !== null && { mapping: mappingOf(mapping, `${place}.mapping`) }),
    },
  ];
}

function mappingOf(input: unknown, place: string): readonly ColumnMapping[] {
  if (!Array.isArray(input) || input.length > 1000) return refuse(place, 'notAList');
  return input.map((each, index) => {
    const { column, field, match, values, createMissing, constant } = record(each, `${place}.${index}`);
    for (const [key, value] of Object.entries({ column, field, match, constant }))
      if (value !== undefined && value !== null && typeof value !== 'string')
        refuse(`${place}.${index}.${key}`, 'notText');
    const meanings =
      values === undefined || values === null ? undefined : record(values, `${place}.${index}.values`);
    if (meanings && !Object.values(meanings).every((value) => value === null || typeof value === 'string'))
      refuse(`${place}.${index}.values`, 'notText');
    return {
      ...(typeof column === 'string' && { column }),
      field: (field ?? null) as string | null,
      ...(typeof match === 'string' && { match }),
      ...(typeof constant === 'string' && { constant }),
      ...(createMissing === true && { createMissing: true }),
      ...(meanings && { values: meanings as Readonly<Record<string, string | null>> }),
    };
  });
}

function oneOf(value: unknown, choices: readonly string[], place: string): void {
  if (value !== undefined && value !== null && !choices.includes(value as string))
    refuse(place, 'notAChoice', { value: quotedValue(value), choices: choices.join(' ') });
}

function record(input: unknown, place: string): Values {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return refuse(place, 'notARecord');
  return input as Values;
}

function refuse(field: string, code: string, parameters: Readonly<Record<string, string>> = {}): never {
  throw new Refusal('invalid', [{ field, code, parameters }]);
}
