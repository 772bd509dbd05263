import { COLUMN_LIMIT, NO_PROBLEMS, type RowProblem, type TableRow } from '../table-row.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { type CellContext, cellValue } from './cell-value.ts';
import { ROW_LIMIT, SHEET_LIMIT } from './limits.ts';
import type { Package } from './package.ts';
import { RichText } from './rich-text.ts';
import { type Attributes, type XmlListener, xmlReader } from './xml.ts';

/** The rows of a sheet that have anything in them, in constant memory. */
export async function* readSheet(zip: Package, part: string, context: CellContext): AsyncGenerator<TableRow> {
  const rows = new SheetRows(context);
  const reader = xmlReader(part, rows);
  for await (const text of zip.text(part, SHEET_LIMIT)) {
    reader.write(text);
    yield* rows.take();
  }
  reader.end();
  yield* rows.take();
}

/** Gathers cells into rows as the XML of a sheet goes by. */
class SheetRows implements XmlListener {
  readonly #context: CellContext;
  readonly #text = new RichText();
  #done: TableRow[] = [];
  #row = 0;
  #column = -1;
  #width = 0;
  #cells: string[] = [];
  #problems: RowProblem[] | undefined;
  #type = 'n';
  #style: string | undefined;
  #value = '';
  #inValue = false;
  #hasFormula = false;
  #inSheetData = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  take(): TableRow[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.#inSheetData = true;
    else if (!this.#inSheetData) return;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#hasFormula = true;
    else this.#text.open(name);
  }

  text = (piece: string): void => {
    if (this.#inValue) this.#value += piece;
    else this.#text.add(piece);
  };

  close(name: string): void {
    if (name === 'sheetData') this.#inSheetData = false;
    else if (!this.#inSheetData) return;
    else if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#text.close(name);
  }

  #openRow({ r }: Attributes): void {
    const row = r === undefined ? this.#row + 1 : Number(r);
    if (!(row > this.#row && row <= ROW_LIMIT))
      throw new UnreadableFile('damaged', { part: 'sheet', row: this.#row });
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
    this.#problems = undefined;
  }

  #openCell({ r, t, s }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#type = t ?? 'n';
    this.#style = s;
    this.#value = '';
    this.#hasFormula = false;
    this.#text.clear();
  }

  #closeCell(): void {
    const raw = this.#type === 'inlineStr' ? this.#text.value : this.#value;
    if (raw === '') {
      // A formula whose result is an empty text says so by its type.
      if (this.#hasFormula && this.#type !== 'str') {
        this.#report({ code: 'formulaNotCalculated', column: this.#column });
      }
      return;
    }
    const value = cellValue(this.#type, this.#style, raw, this.#context);
    if (value === '') return;
    // Formatted but empty cells may lie far to the right; only a value there is too much.
    if (this.#column >= COLUMN_LIMIT) {
      throw new UnreadableFile('tooManyColumns', { columns: this.#column + 1, limit: COLUMN_LIMIT });
    }
    if (this.#type === 'e') this.#report({ code: 'formulaError', column: this.#column });
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = value;
  }

  #closeRow(): void {
    const { length } = this.#cells;
    if (length === 0 && this.#problems === undefined) return;
    this.#width ||= length;
    if (length > this.#width) this.#report({ code: 'tooManyCells', expected: this.#width, actual: length });
    while (this.#cells.length < this.#width) this.#cells.push('');
    const problems = this.#problems ?? NO_PROBLEMS;
    this.#done.push({ row: this.#row, line: this.#row, cells: this.#cells, problems });
  }

  #report(problem: RowProblem): void {
    this.#problems ??= [];
    this.#problems.push(problem);
  }
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const code = reference.charCodeAt(index) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
