import type { ReportAnswer } from '#kernel/report/report-answer.ts';

/** A report with its numbers, as somebody may see them. */
export interface AnsweredReport {
  readonly name: string;
  readonly answer: ReportAnswer;
}
