import type { ChartKind } from '../../report-settings.ts';
import type { ReportAnswer } from '../report-answer.ts';
import { drawBarsAndLines } from './bars-and-lines.ts';
import { type ChartLook, type Drawing, subjectOf } from './drawing.ts';
import { drawGauge } from './gauge.ts';
import { drawHeatMap } from './heat-map.ts';
import { drawPieces } from './pieces.ts';

/** Draws an answer; undefined while there is none. */
export function draw(answer: ReportAnswer, kind: ChartKind, look: ChartLook): Drawing | undefined {
  const subject = subjectOf(answer, look);
  if (subject === undefined || kind === 'none') return undefined;
  if (kind === 'gauge') return drawGauge(subject);
  if (kind === 'heatMap') return drawHeatMap(subject);
  if (kind === 'pie' || kind === 'funnel') return drawPieces(subject, kind);
  return drawBarsAndLines(subject, kind);
}
