import { momentInWords } from '../fields/moment-in-words.ts';
import { modelMeta } from '../http/told-meta.ts';
import type { Origin } from '../import-export/writing/xlsx/origin.ts';
import type { Context } from '../records/context.ts';
import { type AskedReport, answerReport } from './answer-report.ts';
import type { AnsweredReport } from './answered-report.ts';
import { reportCsv } from './report-csv.ts';
import { reportWorkbook } from './report-workbook.ts';

export const reportFormats = ['xlsx', 'pdf', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What reports tell the actor, each after the other, with everything that he may see. */
export async function answeredReports(
  context: Context,
  reports: readonly AskedReport[],
): Promise<readonly AnsweredReport[]> {
  const meta = modelMeta(context);
  const answered: AnsweredReport[] = [];
  for (const report of reports)
    answered.push({ name: report.name, answer: await answerReport(context, meta, report) });
  return answered;
}

/** Answered reports as a file; what draws on paper is loaded when the first is wanted. */
export async function makeReportFile(
  context: Context,
  title: string,
  reports: readonly AnsweredReport[],
  format: ReportFormat,
): Promise<Buffer> {
  if (format === 'xlsx') return Buffer.concat(await reportWorkbook(reports, originOf(context)).toArray());
  if (format === 'csv') return reportCsv(reports);
  const { reportPaper } = await import('./report-paper.ts');
  return reportPaper(title, reports, originOf(context));
}

/** Who carries it away, from which company, and when. */
function originOf({ workspace, actor, now }: Context): Origin {
  const { name } = actor.impersonator ?? actor;
  return { company: workspace.label, person: name, at: new Date(now), time: momentInWords(actor, now) };
}
