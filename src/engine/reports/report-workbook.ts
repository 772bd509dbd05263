import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetOf } from '#kernel/report/sheet.ts';
import { currencyDigits, currencySign } from '#kernel/writing/money.ts';
import { footerXml, type Origin, propertiesXml } from '../import-export/writing/xlsx/origin.ts';
import {
  contentTypes,
  relations,
  stylesXml,
  workbookRelations,
  workbookXml,
} from '../import-export/writing/xlsx/static-parts.ts';
import type { AnsweredReport } from './answered-report.ts';
import { reportSheetXml } from './report-sheet-xml.ts';

/** Reports as a workbook with a sheet for each. */
export function reportWorkbook(reports: readonly AnsweredReport[], origin: Origin): Readable {
  const { locale, currency, timeZone } = reports[0]?.answer.words.formatting ?? fallback;
  const zip = new ZipFile();
  const parts = {
    '[Content_Types].xml': contentTypes(true, reports.length),
    '_rels/.rels': relations(true),
    'xl/workbook.xml': workbookXml(reports.map(({ name }) => name)),
    'xl/_rels/workbook.xml.rels': workbookRelations(reports.length),
    'xl/styles.xml': stylesXml(moneyFormat(currency, locale)),
    ...propertiesXml(origin),
    ...Object.fromEntries(
      reports.map(({ answer }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        reportSheetXml(sheetOf(answer), timeZone, footerXml(origin)),
      ]),
    ),
  };
  for (const [part, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), part);
  zip.end();
  return zip.outputStream as Readable;
}

const fallback = { locale: 'en', currency: 'USD', timeZone: 'UTC' };

/** How a spreadsheet writes sums of a currency: `"¥"#,##0.00`. */
function moneyFormat(currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  const number = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  const sign = currencySign(currency, locale).replaceAll('"', '');
  return `"${sign}"${number};-"${sign}"${number}`;
}
