import type { GridRow, GroupValue } from '#kernel/report/grid.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { groupText, groupWords, measureWords } from '#kernel/report/words.ts';

/** A report's numbers as CSV, as spreadsheets read it: a column for each group, numbers as they are. */
export function tableText({ grid, question, words }: ReportAnswer): string {
  if (!grid) return '';
  const { rows, measures } = question;
  const heads = [...grid.columns, undefined];
  const innermost = grid.rows.filter(({ groups }) => groups.length === rows.length);
  const line = (row: GridRow) => [
    ...rows.map((_, index) => cellText(row.groups[index], (group) => groupText(words, group))),
    ...[...row.cells, row.total].flatMap(({ values }) => measures.map(({ name }) => values?.[name] ?? '')),
  ];
  const head = [
    ...rows.map((field) => groupWords(words, field)),
    ...heads.flatMap((group) =>
      measures.map((measure) =>
        [...(group ? [groupText(words, group)] : []), measureWords(words, measure)].join(' · '),
      ),
    ),
  ];
  const whole = line(grid.whole).with(
    0,
    rows.length > 0 ? words.t('reports.all') : (line(grid.whole)[0] ?? ''),
  );
  const all = [head, ...innermost.map(line), ...(rows.length > 0 ? [whole] : [line(grid.whole)])];
  return `\uFEFF${all.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function cellText(group: GroupValue | undefined, text: (group: GroupValue) => string): string {
  return group ? text(group) : '';
}

/** A text that a spreadsheet would take for a formula is kept from being one. */
function quoted(value: unknown): string {
  const text = String(value);
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
