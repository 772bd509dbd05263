import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  BarChart,
  FunnelChart,
  GaugeChart,
  HeatmapChart,
  LineChart,
  PieChart,
  SankeyChart,
  ScatterChart,
} from 'echarts/charts';
import { GeoComponent, GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { feature } from 'topojson-client';
import { canBeDrawn, draw } from '#kernel/report/chart/draw.ts';
import { landMap } from '#kernel/report/chart/point-map.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';

use([
  ...[BarChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart],
  ...[GeoComponent, GridComponent, LegendComponent, VisualMapComponent, SVGRenderer, LabelLayout],
]);

/** Colours of the page in the light, by name. */
const colors: Readonly<Record<string, string>> = {
  ...{ blue: '#2f6fb0', teal: '#16808a', amber: '#b7791f', violet: '#7a5bb5' },
  ...{ orange: '#c5612a', green: '#3d8b4f', red: '#c0392b', grey: '#8a8478' },
};
const look = {
  ...{
    ink: '#211e1a',
    soft: '#5c564d',
    line: '#dedad1',
    surface: '#ffffff',
    land: '#f4f1ea',
    font: 'Noto Sans SC',
  },
  series: Object.values(colors),
  color: (name: string) => colors[name] ?? '#8a8478',
};

/** A report's picture as SVG, drawn without a browser; undefined where it has none. */
export function chartPicture(answer: ReportAnswer, width: number, height: number): string | undefined {
  const { question, settings, grid } = answer;
  const kind = settings.chart ?? 'column';
  if (!canBeDrawn(question, kind) || (kind !== 'gauge' && grid?.rows.length === 0)) return undefined;
  if (kind === 'map') knowLand();
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

let known = false;

/** Tells ECharts the outlines of the land, once. */
function knowLand(): void {
  if (known) return;
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8'));
  registerMap(landMap, feature(atlas, atlas.objects.land) as never);
  known = true;
}
