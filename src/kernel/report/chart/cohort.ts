import { groupText } from '../words.ts';
import type { Drawing, Subject } from './drawing.ts';
import { drawCells } from './heat-map.ts';

/**
 * A cohort in each row: those that began in the same part of time. Each cell is the share of the whole row that did
 * something so many parts of time later; those that never did are in the whole and in no cell.
 */
export function drawCohort(subject: Subject): Drawing {
  const { answer, grid, rows, labels, look, number } = subject;
  const percent = new Intl.NumberFormat(answer.words.formatting.locale, {
    ...{ style: 'percent', maximumFractionDigits: 1 },
  });
  const columns = grid.columns.filter(({ value }) => typeof value === 'number');
  const cells = rows.flatMap((row, y) =>
    columns.flatMap((column, x) => {
      const cell = row.cells[grid.columns.indexOf(column)];
      const whole = number(row.total);
      const known = cell?.values !== undefined && whole > 0;
      return known ? [[x, y, number(cell) / whole] as const] : [];
    }),
  );
  return drawCells(subject, {
    columns,
    cells,
    columnLabels: columns.map((column) => groupText(answer.words, column)),
    rowLabels: rows.map((row, place) => `${labels[place]}  ${subject.text(number(row.total))}`),
    text: (value) => percent.format(Number(value)),
    most: 1,
    color: look.series[1] ?? look.ink,
  });
}
