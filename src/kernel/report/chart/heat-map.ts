import type { GroupValue } from '../grid.ts';
import { groupText } from '../words.ts';
import { commonOption, type Drawing, type Subject, withLabels } from './drawing.ts';

/** So many cells, in so many rows, have room for their numbers. */
const mostNumbers = 120;
const mostRows = 18;

/** Rows by columns, the deeper in colour the larger. */
export function drawHeatMap(subject: Subject): Drawing {
  const { answer, grid, rows, labels, look, measure, number, text } = subject;
  const cells = rows.flatMap((row, y) =>
    row.cells.flatMap((cell, x) =>
      cell.values?.[measure.name] === undefined ? [] : [[x, y, number(cell)] as const],
    ),
  );
  return drawCells(subject, {
    ...{ cells, text, columns: grid.columns, rowLabels: labels },
    columnLabels: grid.columns.map((column) => groupText(answer.words, column)),
    most: Math.max(1, ...cells.map(([, , value]) => value)),
    color: look.series[0] ?? look.ink,
  });
}

interface Cells {
  readonly columns: readonly GroupValue[];
  /** The place of the column, of the row, and the number. */
  readonly cells: readonly (readonly [x: number, y: number, value: number])[];
  readonly columnLabels: readonly string[];
  readonly rowLabels: readonly string[];
  readonly most: number;
  readonly color: string;
  text(value: unknown): string;
}

/** Cells in rows and columns, coloured by their numbers. */
export function drawCells(subject: Subject, drawn: Cells): Drawing {
  const { rows, look } = subject;
  const { columns, cells, columnLabels, rowLabels, most, color, text } = drawn;
  const axis = { type: 'category', axisTick: { show: false }, axisLabel: { color: look.soft } };
  const { legend: _, ...common } = commonOption(subject);
  return {
    option: {
      ...common,
      tooltip: { ...(common.tooltip as object), valueFormatter: text },
      grid: { left: 8, right: 8, top: 8, bottom: 40, ...withLabels },
      xAxis: { ...axis, data: columnLabels },
      yAxis: { ...axis, data: rowLabels, inverse: true },
      visualMap: {
        ...{ min: 0, max: most, orient: 'horizontal', bottom: 0, left: 'center', formatter: text },
        ...{ inRange: { color: [look.surface, color] }, textStyle: { color: look.soft } },
      },
      series: [
        {
          ...{ type: 'heatmap', data: cells, itemStyle: { borderColor: look.surface, borderWidth: 2 } },
          label: {
            show: cells.length <= mostNumbers && rowLabels.length <= mostRows,
            formatter: ({ value }: { value: readonly number[] }) => text(value[2]),
          },
        },
      ],
    },
    groupsAt(_, place) {
      const [x = 0, y = 0] = cells[place] ?? [];
      const column = columns[x];
      return [...(rows[y]?.groups ?? []), ...(column ? [column] : [])];
    },
  };
}
