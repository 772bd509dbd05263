import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { unguardFormula } from '../writing/formula-guard.ts';
import { csvProblems } from './csv-problems.ts';
import type { Delimiter } from './delimiter.ts';
import { COLUMN_LIMIT, type TableRow } from './table-row.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface CsvOptions {
  readonly delimiter: Delimiter;
  /** Lines before the first, when the text does not begin where the file does. */
  readonly linesBefore?: number;
}

/** Bytes of one record; longer ones come from a quotation mark that is never closed. */
const RECORD_LIMIT = 1024 * 1024;

/** The records of a text, in constant memory. Blank lines are counted but not given. */
export async function* readCsv(text: AsyncIterable<string>, options: CsvOptions): AsyncGenerator<TableRow> {
  const before = options.linesBefore ?? 0;
  let row = before;
  let line = before + 1;
  let width = 0;
  const parsed: string[][] = [];
  const parser = parse({
    delimiter: options.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: RECORD_LIMIT,
    on_record: (record: string[]) => {
      parsed.push(record);
      return null;
    },
  });
  // A failure is looked for after every write; without a listener it would end the process.
  parser.on('error', () => {});

  function* rows(): Generator<TableRow> {
    for (const cells of parsed.splice(0)) {
      row += 1;
      const start = line;
      line += 1 + lineBreaks(cells);
      if (cells.length === 1 && cells[0] === '') continue;
      width ||= cells.length;
      yield { row, line: start, ...shaped(cells, width) };
    }
    if (parser.errored !== null) throw unreadable(parser.errored, row + 1, line);
  }

  for await (const block of text) {
    parser.write(block);
    yield* rows();
  }
  parser.resume().end();
  await finished(parser).catch(() => {});
  yield* rows();
}

function shaped(raw: string[], width: number): Pick<TableRow, 'cells' | 'problems'> {
  if (raw.length > COLUMN_LIMIT)
    throw new UnreadableFile('tooManyColumns', { columns: raw.length, limit: COLUMN_LIMIT });
  const problems = csvProblems(raw, width);
  const cells = raw.map(unguardFormula);
  // Spreadsheets leave empty cells at the end of a row out, or write more of them than there are columns.
  while (cells.length > width && cells.at(-1) === '') cells.pop();
  while (cells.length < width) cells.push('');
  return { cells, problems };
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}

function unreadable(error: unknown, row: number, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile('recordTooLong', { row, line, limit: RECORD_LIMIT }, error);
  return new UnreadableFile('quoteNotClosed', { row, line }, error);
}
