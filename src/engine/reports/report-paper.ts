import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { type Figure, type Sheet, type SheetRow, sheetOf } from '#kernel/report/sheet.ts';
import { measureText } from '#kernel/report/words.ts';
import type { Origin } from '../import-export/writing/xlsx/origin.ts';
import { drawSvg, textOfSvg } from '../paper/draw-svg.ts';
import { openPaper, type Paper } from '../paper/paper.ts';
import type { AnsweredReport } from './answered-report.ts';
import { chartPicture } from './chart-picture.ts';

/** Points that stay empty around a page. */
const edge = { side: 40, top: 40, bottom: 48 };
const labelWidth = 160;
const rowHeight = 18;
const size = 8.5;
const ink = { text: '#211e1a', soft: '#5c564d', line: '#dedad1', sum: '#f4f2ed' };

/** A sheet of paper: on its side for what is wide. */
interface Format {
  readonly layout: 'portrait' | 'landscape';
  readonly room: number;
  readonly height: number;
  readonly chart: number;
}

const upright: Format = { layout: 'portrait', room: 595 - 2 * edge.side, height: 842, chart: 260 };
const onItsSide: Format = { layout: 'landscape', room: 842 - 2 * edge.side, height: 595, chart: 210 };

interface Drawn {
  readonly format: Format;
  readonly name: string;
  readonly answer: ReportAnswer;
  readonly sheet: Sheet;
  readonly chart: string | undefined;
}

/** Reports as a PDF: each begins on a page of its own, its picture drawn as lines, its numbers below. */
export async function reportPaper(
  title: string,
  reports: readonly AnsweredReport[],
  origin: Origin,
): Promise<Buffer> {
  const drawn = reports.map(({ name, answer }) => {
    const sheet = sheetOf(answer);
    const format = (sheet.heads[0]?.length ?? 0) > 6 ? onItsSide : upright;
    return { name, answer, sheet, format, chart: chartPicture(answer, format.room, format.chart) };
  });
  const foot = `${origin.company} · ${origin.person} · ${origin.time}`;
  const text = [title, foot, '0123456789/', ...drawn.map(textOf)].join('');
  const { locale } = reports[0]?.answer.words.formatting ?? { locale: 'en' };
  const paper = await openPaper({ title, author: origin.person, language: locale, text });
  for (const report of drawn) drawReport(paper, title, report);
  const { count } = paper.pages.bufferedPageRange();
  for (let number = 0; number < count; number += 1) {
    paper.pages.switchToPage(number);
    const { width, height } = paper.pages.page;
    const letters = { size: 7.5, color: ink.soft, width: width - 2 * edge.side } as const;
    paper.write(foot, edge.side, height - 26, letters);
    paper.write(`${number + 1} / ${count}`, edge.side, height - 26, { ...letters, align: 'right' });
  }
  return paper.finish();
}

function textOf({ name, answer, sheet, chart }: Drawn): string {
  const figures = sheet.rows.flatMap((row) => row.figures.map((figure) => figureText(answer, figure)));
  const labels = sheet.rows.map(({ label }) => label);
  return (
    [name, missing(answer), noRecords(answer), ...sheet.heads.flat(), ...labels, ...figures].join('') +
    (chart ? textOfSvg(chart) : '')
  );
}

function drawReport(paper: Paper, title: string, { name, answer, sheet, chart, format }: Drawn): void {
  const { room } = format;
  let y = newPage(paper, format);
  if (name !== title) {
    paper.write(title, edge.side, y + 5, { size: 9, color: ink.soft, width: room });
    y += 16;
  }
  paper.write(name, edge.side, y + 9, { size: 17, bold: true, width: room });
  y += 34;
  if (missing(answer) !== '') {
    paper.write(missing(answer), edge.side, y, { size: 9, color: ink.soft, width: room });
    y += 20;
  }
  if (answer.question.rows.length > 0 && answer.grid?.rows.length === 0) {
    paper.write(noRecords(answer), edge.side, y, { size: 10, color: ink.soft, width: room });
    return;
  }
  if (chart !== undefined) {
    drawSvg(paper, chart, edge.side, y);
    y += format.chart + 16;
  }
  drawTable(paper, answer, sheet, format, y);
}

/** As many columns as can be read stand beside each other; the others follow below, the labels again in front. */
function drawTable(paper: Paper, answer: ReportAnswer, sheet: Sheet, format: Format, from: number): void {
  const { room, height } = format;
  const label = labelWidth;
  const foot = height - edge.bottom;
  const aside = Math.max(1, Math.floor((room - label) / 70));
  const columns = (sheet.heads[0]?.length ?? 1) - 1;
  let y = from;
  for (let first = 0; first < columns; first += aside) {
    const shown = Math.min(aside, columns - first);
    const width = Math.min(140, (room - label) / shown);
    const line = (cells: readonly string[], bold: boolean, color: string, indent = 0) => {
      const middle = y + rowHeight / 2;
      paper.write(cells[0] ?? '', edge.side + 6 + indent, middle, {
        size,
        bold,
        color,
        width: label - 12 - indent,
      });
      cells.slice(1).forEach((cell, index) => {
        const x = edge.side + label + index * width;
        paper.write(cell, x + 3, middle, { size, bold, color, align: 'right', width: width - 9 });
      });
      y += rowHeight;
      paper.pages.lineWidth(0.5).strokeColor(ink.line);
      paper.pages
        .moveTo(edge.side, y)
        .lineTo(edge.side + label + shown * width, y)
        .stroke();
    };
    const part = <Item>(cells: readonly Item[]) => cells.slice(first, first + shown);
    const heads = () => {
      for (const [head = '', ...names] of sheet.heads) line([head, ...part(names)], false, ink.soft);
    };
    if (y + rowHeight * (sheet.heads.length + 2) > foot) y = newPage(paper, format);
    heads();
    for (const row of sheet.rows) {
      if (y + rowHeight > foot) {
        y = newPage(paper, format);
        heads();
      }
      if (row.sum) shade(paper, y, label + shown * width);
      const cells = [row.label, ...part(row.figures).map((figure) => figureText(answer, figure))];
      line(cells, row.sum, ink.text, indentOf(row));
    }
    y += rowHeight;
  }
}

function indentOf({ depth }: SheetRow): number {
  return depth > 1 ? 14 : 0;
}

function shade(paper: Paper, y: number, width: number): void {
  paper.pages.rect(edge.side, y, width, rowHeight).fill(ink.sum);
}

function newPage(paper: Paper, { layout }: Format): number {
  paper.pages.addPage({ size: 'A4', layout, margin: 0 });
  return edge.top;
}

function figureText({ words }: ReportAnswer, { measure, value }: Figure): string {
  return measureText(words, measure, value);
}

function missing({ question, words }: ReportAnswer): string {
  return question.missing.length > 0
    ? words.t('reports.missing', { names: question.missing.join(', ') })
    : '';
}

function noRecords({ words }: ReportAnswer): string {
  return words.t('reports.noRecords');
}
