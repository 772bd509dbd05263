import { typeOfMeasure } from '#kernel/report/report-field.ts';
import type { Figure, Sheet } from '#kernel/report/sheet.ts';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import { cellXml } from '../import-export/writing/xlsx/cell-xml.ts';
import type { XlsxKind } from '../import-export/writing/xlsx/column.ts';
import { columnName } from '../import-export/writing/xlsx/sheet-xml.ts';
import { STYLE } from '../import-export/writing/xlsx/static-parts.ts';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/** A report as the XML of a sheet: heads that stay in view, groups indented, sums bold, numbers as numbers. */
export function reportSheetXml({ heads, rows }: Sheet, timeZone: string, footer: string): string {
  const lines = [
    ...heads.map(
      (names) => (number: number) =>
        names.map((name, index) =>
          name === '' ? '' : cellXml(at(index, number), 'text', name, STYLE.header),
        ),
    ),
    ...rows.map(({ label, depth, sum, figures }) => (number: number) => [
      cellXml(at(0, number), 'text', label, sum ? STYLE.header : depth > 1 ? STYLE.indented : STYLE.plain),
      ...figures.map((figure, index) => figureXml(at(index + 1, number), figure, sum, timeZone)),
    ]),
  ].map((cells, index) => `<row r="${index + 1}">${cells(index + 1).join('')}</row>`);
  const width = heads[0]?.length ?? 1;
  const under = at(0, heads.length + 1);
  return `${HEAD}<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="${heads.length}" topLeftCell="B${under.slice(1)}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="28" customWidth="1"/>${width > 1 ? `<col min="2" max="${width}" width="18" customWidth="1"/>` : ''}</cols><sheetData>${lines.join('')}</sheetData>${footer}</worksheet>`;
}

function at(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

function figureXml(place: string, { measure, value }: Figure, sum: boolean, timeZone: string): string {
  if (value === undefined || value === null) return '';
  const type = typeOfMeasure(measure);
  if (type === 'money') return cellXml(place, 'number', String(value), sum ? STYLE.moneySum : STYLE.money);
  const kind: XlsxKind = kinds[type] ?? 'number';
  const text =
    kind === 'dateTime' && String(value).length > 10 ? wallClock(String(value), timeZone) : String(value);
  return cellXml(place, kind, text, sum ? STYLE.header : STYLE.plain);
}

const kinds: Readonly<Record<string, XlsxKind>> = { percent: 'percent', date: 'date', dateTime: 'dateTime' };
