import { cellXml } from './cell-xml.ts';
import { XLSX_ROWS, type XlsxColumn, type XlsxRow } from './column.ts';
import { STYLE } from './static-parts.ts';

const BLOCK = 64 * 1024;
const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** The XML of a sheet, in blocks: a bold header that stays in view, then the rows, and what is printed at the foot. */
export async function* sheetXml(
  columns: readonly XlsxColumn[],
  rows: Iterable<XlsxRow> | AsyncIterable<XlsxRow>,
  footer = '',
): AsyncGenerator<string> {
  const names = columns.map((_, index) => columnName(index));
  const widths = columns.map(
    (_, index) => `<col min="${index + 1}" max="${index + 1}" width="18" customWidth="1"/>`,
  );
  let block = `${HEAD}${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData><row r="1">`;
  columns.forEach(({ header }, index) => {
    block += cellXml(`${names[index]}1`, 'text', header, STYLE.header);
  });
  block += '</row>';
  let number = 1;
  for await (const row of rows) {
    number += 1;
    if (number > XLSX_ROWS + 1)
      throw new RangeError(`A sheet holds ${XLSX_ROWS} rows; write a text file instead`);
    block += `<row r="${number}">`;
    for (let index = 0; index < columns.length; index++) {
      const value = row[index] ?? null;
      if (value !== null && value !== '')
        block += cellXml(`${names[index]}${number}`, columns[index]?.kind ?? 'text', value);
    }
    block += '</row>';
    if (block.length >= BLOCK) {
      yield block;
      block = '';
    }
  }
  yield `${block}</sheetData>${footer}</worksheet>`;
}

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
