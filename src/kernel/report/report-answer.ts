import type { ReportSettings } from '../report-settings.ts';
import type { Grid } from './grid.ts';
import type { Question } from './question.ts';
import type { Words } from './words.ts';

/** What a report tells: what was asked, and the answer laid out. */
export interface ReportAnswer {
  readonly object: string;
  readonly settings: ReportSettings;
  readonly question: Question;
  readonly words: Words;
  /** Absent until the answer has come. */
  readonly grid: Grid | undefined;
}
