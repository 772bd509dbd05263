import { groupColor, groupText, measureWords } from '../words.ts';
import { commonOption, type Drawing, type Subject, withLabels } from './drawing.ts';
import { measuredSeries } from './measured-series.ts';

/**
 * Columns, bars, lines and areas. Series are groups side by side, or what is compared with, or else all measures: those of
 * another kind of number than the first are lines by an axis of their own.
 */
export function drawBarsAndLines(subject: Subject, kind: 'column' | 'bar' | 'line' | 'area'): Drawing {
  const { answer, grid, rows, labels, look } = subject;
  const lying = kind === 'bar';
  const bars = lying || kind === 'column';
  const measured = measuredSeries(subject);
  const together = grid.columns.length === 0 && !answer.question.queryBefore && measured.length > 1;
  const secondAxis = together && measured.some(({ second }) => second);
  const own = { ...(lying ? { xAxisIndex: 1 } : { yAxisIndex: 1 }), type: 'line', areaStyle: undefined };
  const series: readonly object[] = together
    ? measured.map(({ second, ...each }) => ({ ...each, ...(second && own) }))
    : grid.columns.length > 0
      ? columnSeries(subject)
      : wholeSeries(subject, bars);
  const shape = {
    type: bars ? 'bar' : 'line',
    ...{ barMaxWidth: 36, symbolSize: 6 },
    ...(kind === 'area' && { areaStyle: { opacity: 0.25 } }),
    ...(grid.columns.length > 0 && kind !== 'line' && { stack: 'all' }),
  };
  const { locale } = answer.words.formatting;
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const groups = {
    ...{ type: 'category', data: labels, axisTick: { show: false }, inverse: lying },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.soft, hideOverlap: true, width: 110, overflow: 'truncate' },
  };
  const values = {
    ...{ type: 'value', splitLine: { lineStyle: { color: look.line } } },
    axisLabel: { color: look.soft, formatter: (value: number) => short.format(value) },
  };
  const sides = secondAxis ? [values, { ...values, splitLine: { show: false } }] : values;
  const common = commonOption(subject);
  const several = series.length > 1;
  return {
    option: {
      ...common,
      legend: { ...(common.legend as object), show: several },
      tooltip: {
        ...(common.tooltip as object),
        trigger: 'axis',
        axisPointer: { type: bars ? 'shadow' : 'line' },
      },
      grid: { left: 8, right: 16, top: 16, bottom: several ? 36 : 8, ...withLabels },
      ...(lying ? { xAxis: sides, yAxis: groups } : { xAxis: groups, yAxis: sides }),
      series: series.map((each) => ({ ...shape, ...each })),
    },
    groupsAt(index, place) {
      const column = grid.columns[index];
      return [...(rows[place]?.groups ?? []), ...(column ? [column] : [])];
    },
  };
}

interface Series {
  readonly name: string;
  readonly color: string;
  readonly data: readonly unknown[];
}

function columnSeries({ answer, grid, rows, number, colorOf }: Subject): readonly Series[] {
  return grid.columns.map((column, place) => ({
    name: groupText(answer.words, column),
    color: colorOf(column, place),
    data: rows.map(({ cells }) => number(cells[place])),
  }));
}

function wholeSeries({ answer, rows, measure, number, look }: Subject, bars: boolean): readonly Series[] {
  const { words, question } = answer;
  const compared = question.queryBefore !== undefined;
  const own = {
    name: measureWords(words, measure),
    color: look.series[0] ?? look.ink,
    data: rows.map(({ groups, total }) => {
      const color = bars && !compared && groups[0] ? groupColor(groups[0]) : undefined;
      return { value: number(total), ...(color && { itemStyle: { color: look.color(color) } }) };
    }),
  };
  const before = {
    name: words.t('reports.compared'),
    color: look.line,
    data: rows.map(({ total }) => Number(total.before?.[measure.name] ?? 0)),
  };
  return compared ? [own, before] : [own];
}
