import { groupText } from '../words.ts';
import { commonOption, type Drawing, type Subject, withLabels } from './drawing.ts';

/** So many cells have room for their numbers. */
const mostNumbers = 120;

/** Rows by columns, the deeper in colour the larger: also cohorts, month by month. */
export function drawHeatMap(subject: Subject): Drawing {
  const { answer, grid, rows, labels, look, measure, number, text } = subject;
  const cells = rows.flatMap((row, y) =>
    row.cells.flatMap((cell, x) =>
      cell.values?.[measure.name] === undefined ? [] : [[x, y, number(cell)] as const],
    ),
  );
  const axis = { type: 'category', axisTick: { show: false }, axisLabel: { color: look.soft } };
  const { legend: _, ...common } = commonOption(subject);
  return {
    option: {
      ...common,
      grid: { left: 8, right: 8, top: 8, bottom: 40, ...withLabels },
      xAxis: { ...axis, data: grid.columns.map((column) => groupText(answer.words, column)) },
      yAxis: { ...axis, data: labels, inverse: true },
      visualMap: {
        ...{ min: 0, max: Math.max(1, ...cells.map(([, , value]) => value)) },
        ...{ orient: 'horizontal', bottom: 0, left: 'center', formatter: text },
        ...{ inRange: { color: [look.surface, look.series[0]] }, textStyle: { color: look.soft } },
      },
      series: [
        {
          ...{ type: 'heatmap', data: cells, itemStyle: { borderColor: look.surface, borderWidth: 2 } },
          label: {
            show: cells.length <= mostNumbers,
            formatter: ({ value }: { value: readonly number[] }) => text(value[2]),
          },
        },
      ],
    },
    groupsAt(_, place) {
      const [x = 0, y = 0] = cells[place] ?? [];
      const column = grid.columns[x];
      return [...(rows[y]?.groups ?? []), ...(column ? [column] : [])];
    },
  };
}
