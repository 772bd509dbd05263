import { useComputedColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
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
import {
  GeoComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsType, init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef, useState } from 'react';
import { draw } from '#kernel/report/chart/draw.ts';
import type { ChartLook } from '#kernel/report/chart/drawing.ts';
import { landMap } from '#kernel/report/chart/point-map.ts';
import { recordsBehind } from '#kernel/report/question.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import type { ChartKind } from '#kernel/report-settings.ts';
import { landFeatures } from '#web/map/land-features.ts';
import classes from './report-chart.module.css';

use([
  ...[BarChart, FunnelChart, GaugeChart, HeatmapChart, LineChart, PieChart, SankeyChart, ScatterChart],
  ...[
    GeoComponent,
    GridComponent,
    LegendComponent,
    TooltipComponent,
    VisualMapComponent,
    CanvasRenderer,
    LabelLayout,
  ],
]);

interface ReportChartProps {
  readonly answer: ReportAnswer;
  readonly kind: ChartKind;
  readonly label: string;
}

/** A piece of a picture as ECharts names it. */
interface Clicked {
  readonly seriesIndex?: number;
  readonly dataIndex: number;
  readonly dataType?: string;
}

/** A report as a picture; a click on a piece of it leads to the records behind. Its numbers stand in the table. */
export function ReportChart({ answer, kind, label }: ReportChartProps) {
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme();
  // The colours are read anew when the scheme changes.
  const look = useMemo(() => lookOf(scheme), [scheme]);
  const ready = useLand(kind === 'map');
  const drawing = useMemo(() => (ready ? draw(answer, kind, look) : undefined), [answer, kind, look, ready]);

  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current);
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    if (!drawing || !chart.current) return;
    chart.current.setOption(drawing.option, { notMerge: true });
    const drawn = chart.current;
    const open = ({ seriesIndex = 0, dataIndex, dataType }: Clicked) =>
      navigate({
        to: '/$object',
        params: { object: answer.object },
        search: {
          where: recordsBehind(
            answer.settings,
            drawing.groupsAt(seriesIndex, dataIndex, dataType === 'edge'),
            answer.question.today,
          ),
        },
      });
    drawn.on('click', open as never);
    return () => {
      drawn.off('click');
    };
  }, [drawing, navigate, answer.object, answer.settings, answer.question.today]);

  return <div ref={place} role="img" aria-label={label} className={classes.chart} />;
}

/** Whether the outlines of the land are known, where they are needed; fetched with the first map. */
function useLand(needed: boolean): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    if (!needed || known) return;
    import('world-atlas/land-110m.json', { with: { type: 'json' } })
      .then(({ default: atlas }) => {
        registerMap(landMap, landFeatures(atlas) as never);
        setKnown(true);
      })
      .catch(() => undefined);
  }, [needed, known]);
  return known || !needed;
}

function lookOf(scheme: string): ChartLook {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const shade = scheme === 'dark' ? 4 : 5;
  const color = (name: string) => read(`--mantine-color-${name}-${shade}`) || read('--gx-ink-faint');
  return {
    ...{ ink: read('--gx-ink'), soft: read('--gx-ink-soft'), line: read('--gx-line-strong') },
    land: read('--gx-line'),
    ...{ surface: read('--gx-surface'), font: read('--mantine-font-family') },
    series: ['blue', 'teal', 'amber', 'violet', 'orange', 'green', 'red', 'grey'].map(color),
    color,
  };
}
