import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { XlsxColumn, XlsxRow } from './xlsx/column.ts';
import { footerXml, type Origin, propertiesXml } from './xlsx/origin.ts';
import { sheetXml } from './xlsx/sheet-xml.ts';
import { contentTypes, relations, stylesXml, workbookRelations, workbookXml } from './xlsx/static-parts.ts';

/**
 * A workbook of one sheet as a stream of bytes, in constant memory. A date-time is local text without zone.
 * A value that is not of its column's kind, or a number of more digits than Excel keeps, is written as text. Where the
 * workbook comes from stands in its properties and at the foot of every printed page, in no cell.
 */
export function writeXlsx(
  columns: readonly XlsxColumn[],
  rows: Iterable<XlsxRow> | AsyncIterable<XlsxRow>,
  sheetName: string,
  origin?: Origin,
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const sheet = Readable.from(sheetXml(columns, rows, origin && footerXml(origin)), { objectMode: false });
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);
  sheet.on('error', fail);
  output.on('close', () => sheet.destroy());
  const fixed = {
    '[Content_Types].xml': contentTypes(origin !== undefined),
    '_rels/.rels': relations(origin !== undefined),
    'xl/workbook.xml': workbookXml([sheetName]),
    'xl/_rels/workbook.xml.rels': workbookRelations(),
    'xl/styles.xml': stylesXml(),
    ...(origin && propertiesXml(origin)),
  };
  for (const [part, text] of Object.entries(fixed)) zip.addBuffer(Buffer.from(text), part);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { compressionLevel: 3 });
  zip.end();
  return output;
}
