import { BarChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { draw } from '#kernel/report/chart/draw.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';

use([
  ...[BarChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart],
  ...[GridComponent, LegendComponent, VisualMapComponent, SVGRenderer],
]);

/** Colours of the page in the light, by name. */
const colors: Readonly<Record<string, string>> = {
  ...{ blue: '#2f6fb0', teal: '#16808a', amber: '#b7791f', violet: '#7a5bb5' },
  ...{ orange: '#c5612a', green: '#3d8b4f', red: '#c0392b', grey: '#8a8478' },
};
const look = {
  ...{ ink: '#211e1a', soft: '#5c564d', line: '#dedad1', surface: '#ffffff', font: 'Noto Sans SC' },
  series: Object.values(colors),
  color: (name: string) => colors[name] ?? '#8a8478',
};

/** A report's picture as SVG, drawn without a browser; undefined where it has none. */
export function chartPicture(answer: ReportAnswer, width: number, height: number): string | undefined {
  const { question, settings, grid } = answer;
  const kind = settings.chart ?? 'column';
  if (kind === 'none' || (kind !== 'gauge' && (question.rows.length === 0 || grid?.rows.length === 0)))
    return undefined;
  if (kind === 'heatMap' && !question.columns) return undefined;
  const drawing = draw(answer, kind, look);
  if (drawing === undefined) return undefined;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    // On paper nobody turns the pages of a legend, nor points at a piece.
    const { tooltip: _, legend, ...option } = drawing.option;
    const whole = legend !== undefined && { legend: { ...(legend as object), type: 'plain' } };
    chart.setOption({ ...option, ...whole, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
