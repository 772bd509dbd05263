import type { ChartKind } from '../../report-settings.ts';
import type { Question } from '../question.ts';
import type { ReportAnswer } from '../report-answer.ts';
import { drawBarsAndLines } from './bars-and-lines.ts';
import { drawCohort } from './cohort.ts';
import { type ChartLook, type Drawing, subjectOf } from './drawing.ts';
import { drawGauge } from './gauge.ts';
import { drawHeatMap } from './heat-map.ts';
import { drawPieces } from './pieces.ts';
import { drawPointMap } from './point-map.ts';
import { drawSankey, stagesOf } from './sankey.ts';

/** Draws an answer; undefined while there is none. */
export function draw(answer: ReportAnswer, kind: ChartKind, look: ChartLook): Drawing | undefined {
  const subject = subjectOf(answer, look);
  if (subject === undefined || kind === 'none') return undefined;
  if (kind === 'gauge') return drawGauge(subject);
  if (kind === 'heatMap') return drawHeatMap(subject);
  if (kind === 'cohort') return drawCohort(subject);
  if (kind === 'sankey') return drawSankey(subject);
  if (kind === 'map') return drawPointMap(subject);
  if (kind === 'pie' || kind === 'funnel') return drawPieces(subject, kind);
  return drawBarsAndLines(subject, kind);
}

/** Whether a question can be drawn so at all: what has no rows, columns or places for a picture is a table alone. */
export function canBeDrawn(question: Question, kind: ChartKind): boolean {
  const { rows, columns } = question;
  if (kind === 'none') return false;
  if (kind === 'gauge') return true;
  if (rows.length === 0) return false;
  if (kind === 'heatMap') return columns !== undefined;
  if (kind === 'cohort') return columns?.since !== undefined;
  if (kind === 'sankey') return stagesOf(question).length > 1;
  return kind !== 'map' || rows[0]?.placePart !== undefined;
}
