import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { type Delimiter, declaredDelimiter, guessDelimiter } from './delimiter.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { encodingSample } from './encoding-sample.ts';
import { type FileFormat, fileFormat } from './file-format.ts';
import { type FileBytes, type FileSource, openSource } from './file-source.ts';
import type { TableRow } from './table-row.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { readVcard } from './vcard.ts';
import { readXlsx, sheetNames } from './xlsx.ts';

export interface OpenTableOptions {
  /** What the user knows better than the guess. */
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** A sheet by name; the first when left out. */
  readonly sheet?: string;
  /** Rows to give as a sample; 20 when left out. */
  readonly sampleSize?: number;
}

/** A file whose rows can be read, as often as needed, until it is closed. */
export interface OpenTable {
  readonly name: string;
  readonly format: FileFormat;
  /** Of a text file. */
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Of a workbook: all its sheets, and the one that is read. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
  /** The cells of the first record, without surrounding blanks. */
  readonly header: readonly string[];
  /** The first records after the header. */
  readonly sample: readonly TableRow[];
  /** All records after the header. */
  rows(): AsyncIterable<TableRow>;
  close(): Promise<void>;
}

type Shape = Pick<OpenTable, 'format' | 'encoding' | 'delimiter' | 'sheets' | 'sheet'> & {
  /** All records, the header too. */
  readonly records: () => AsyncGenerator<TableRow>;
};

const SAMPLE = 20;

/**
 * The one entrance for files of rows, whatever their format and encoding; fails with `UnreadableFile`, here
 * or while rows are read. Close the table when done.
 */
export async function openTable(source: FileSource, options: OpenTableOptions = {}): Promise<OpenTable> {
  const file = await openSource(source);
  try {
    const format = await fileFormat(file);
    const { records, ...shape } =
      format === 'xlsx' ? await workbookShape(file, options) : await textShape(file, options, format);
    const [header, ...sample] = await first(records(), 1 + (options.sampleSize ?? SAMPLE));
    if (header === undefined) throw new UnreadableFile('empty');
    return {
      name: file.name,
      ...shape,
      header: header.cells.map((cell) => cell.trim()),
      sample,
      rows: () => afterHeader(records()),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function workbookShape(file: FileBytes, options: OpenTableOptions): Promise<Shape> {
  const sheets = await sheetNames(file);
  const sheet = options.sheet ?? sheets[0];
  return { format: 'xlsx', sheets, sheet, records: () => readXlsx(file, sheet) };
}

async function textShape(file: FileBytes, options: OpenTableOptions, format: FileFormat): Promise<Shape> {
  const encoding = options.encoding ?? detectEncoding(await encodingSample(file.chunks())).encoding;
  if (format === 'vcf')
    return { format, encoding, records: () => readVcard(decode(file.chunks(), encoding)) };
  const [beginning = ''] = await first(decode(file.chunks(), encoding), 1);
  const declared = declaredDelimiter(beginning);
  const delimiter = options.delimiter ?? declared?.delimiter ?? guessDelimiter(beginning);
  const skip = declared?.length ?? 0;
  const records = () =>
    readCsv(without(decode(file.chunks(), encoding), skip), { delimiter, linesBefore: skip > 0 ? 1 : 0 });
  return { format: 'csv', encoding, delimiter, records };
}

async function* without(text: AsyncIterable<string>, skip: number): AsyncGenerator<string> {
  let left = skip;
  for await (const block of text) {
    yield left === 0 ? block : block.slice(left);
    left = 0;
  }
}

async function* afterHeader(records: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  let header = true;
  for await (const record of records) {
    if (!header) yield record;
    header = false;
  }
}

async function first<T>(items: AsyncGenerator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}
