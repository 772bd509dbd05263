import type { FileBytes } from './file-source.ts';
import type { TableRow } from './table-row.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { openPackage, type Package } from './xlsx/package.ts';
import { readSharedStrings } from './xlsx/shared-strings.ts';
import { readSheet } from './xlsx/sheet.ts';
import { readStyles } from './xlsx/styles.ts';
import { readWorkbook, type Workbook } from './xlsx/workbook.ts';

/** The names of a workbook's sheets, in the order of their tabs. */
export async function sheetNames(file: FileBytes): Promise<string[]> {
  return withWorkbook(file, async (_, workbook) => workbook.sheets.map(({ name }) => name));
}

/** The rows of the named sheet, or of the first: blank rows are left out, every other has its number in the sheet. */
export async function* readXlsx(file: FileBytes, sheetName?: string): AsyncGenerator<TableRow> {
  const zip = await openPackage(file);
  try {
    const workbook = await readWorkbook(zip);
    const sheet = workbook.sheets.find(({ name }) => sheetName === undefined || name === sheetName);
    if (sheet === undefined) throw new UnreadableFile('sheetNotFound', { sheet: sheetName ?? '' });
    const kinds = await readStyles(zip, workbook.styles);
    const strings = await readSharedStrings(zip, workbook.sharedStrings);
    yield* readSheet(zip, sheet.part, { kinds, strings, from1904: workbook.from1904 });
  } finally {
    zip.close();
  }
}

async function withWorkbook<T>(
  file: FileBytes,
  use: (zip: Package, workbook: Workbook) => Promise<T>,
): Promise<T> {
  const zip = await openPackage(file);
  try {
    return await use(zip, await readWorkbook(zip));
  } finally {
    zip.close();
  }
}
