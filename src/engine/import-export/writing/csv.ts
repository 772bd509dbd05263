import { guardFormula } from './formula-guard.ts';

export interface WriteCsvOptions {
  /** A comma when left out. */
  readonly delimiter?: string;
  /** Begin with the mark by which Excel knows UTF-8; yes when left out. */
  readonly mark?: boolean;
}

type Row = readonly (string | null)[];

/** Characters gathered before they are handed on. */
const BLOCK = 64 * 1024;

/** Rows as the text of a file, with cells that a spreadsheet would run as formulas made harmless. */
export async function* writeCsv(
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: WriteCsvOptions = {},
): AsyncGenerator<string> {
  const delimiter = options.delimiter ?? ',';
  const special = new RegExp(`["\r\n${delimiter === '\t' ? '\t' : `\\${delimiter}`}]|^\\s|\\s$`);
  let block = options.mark === false ? '' : '\ufeff';
  for await (const row of rows) {
    block += `${csvLine(row, delimiter, special)}\r\n`;
    if (block.length >= BLOCK) {
      yield block;
      block = '';
    }
  }
  if (block !== '') yield block;
}

function csvLine(row: Row, delimiter: string, special: RegExp): string {
  const cells = row.map((cell) => {
    const text = guardFormula(cell ?? '');
    return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  // A lone empty cell must not look like a blank line.
  return cells.length === 1 && cells[0] === '' ? '""' : cells.join(delimiter);
}
