import type { GridRow } from '#kernel/report/grid.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { groupText, groupWords, measureWords } from '#kernel/report/words.ts';
import { writeCsv } from '../import-export/writing/csv.ts';
import type { AnsweredReport } from './answered-report.ts';

/** Reports as CSV, as spreadsheets read it: a column for each group, numbers as they are. Of several each is below its name. */
export async function reportCsv(reports: readonly AnsweredReport[]): Promise<Buffer> {
  const rows = reports.flatMap(({ name, answer }, index) =>
    reports.length === 1 ? rowsOf(answer) : [...(index > 0 ? [['']] : []), [name], ...rowsOf(answer)],
  );
  const blocks: string[] = [];
  for await (const block of writeCsv(rows)) blocks.push(block);
  return Buffer.from(blocks.join(''));
}

function rowsOf({ grid, question, words }: ReportAnswer): readonly (readonly string[])[] {
  if (!grid) return [];
  const { rows, measures } = question;
  const heads = [...grid.columns, undefined];
  const innermost = grid.rows.filter(({ groups }) => groups.length === rows.length);
  const line = (row: GridRow) => [
    ...rows.map((_, index) => (row.groups[index] ? groupText(words, row.groups[index]) : '')),
    ...[...row.cells, row.total].flatMap(({ values }) =>
      measures.map(({ name }) => String(values?.[name] ?? '')),
    ),
  ];
  const head = [
    ...rows.map((field) => groupWords(words, field)),
    ...heads.flatMap((group) =>
      measures.map((measure) =>
        [...(group ? [groupText(words, group)] : []), measureWords(words, measure)].join(' · '),
      ),
    ),
  ];
  const whole = line(grid.whole);
  return [head, ...innermost.map(line), rows.length > 0 ? whole.with(0, words.t('reports.all')) : whole];
}
