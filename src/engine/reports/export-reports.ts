import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { refusalNoted } from '../audit/noted-refusals.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Context } from '../records/context.ts';
import { demandReason } from '../safeguards/demand-reason.ts';
import { takeExport } from '../safeguards/take-export.ts';
import { keptCondition } from '../sealing/kept-condition.ts';
import type { AskedReport } from './answer-report.ts';
import type { AnsweredReport } from './answered-report.ts';
import { answeredReports, makeReportFile, type ReportFormat } from './make-report-file.ts';

/** What somebody carries away: reports together, as a file. */
export interface ReportExport {
  readonly title: string;
  readonly reports: readonly AskedReport[];
  readonly format: ReportFormat;
  readonly reason?: string;
  /** It was counted before: only the file is wanted. */
  readonly again?: boolean;
}

/**
 * Reports as a file, with the numbers that the actor may see. Their rows count against what he may export, and the
 * audit knows of it, or that it was refused, before anything is told.
 */
export async function exportReports(
  context: Context,
  { title, reports, format, reason: said, again }: ReportExport,
  ip?: string,
): Promise<Buffer> {
  const given = said === undefined ? {} : { reason: said };
  let reason: string | undefined;
  for (const object of new Set(reports.map((report) => report.object)))
    reason = await demandReason(context, object, given);
  const answered = await answeredReports(context, reports);
  if (again === true) return makeReportFile(context, title, answered, format);
  const tell = async (kind: string) => {
    for (const [index, asked] of reports.entries())
      await note(context, kind, asked, rowsOf(answered[index]), { format, reason, ip });
  };
  const rows = answered.reduce((sum, each) => sum + rowsOf(each), 0);
  await takeExport(context, rows).catch(async (error: unknown) => {
    if (error instanceof Refusal) {
      await tell('records.exportRefused');
      refusalNoted(error);
    }
    throw error;
  });
  await tell('records.exported');
  return makeReportFile(context, title, answered, format);
}

function rowsOf(report: AnsweredReport | undefined): number {
  return Math.max(1, report?.answer.grid?.rows.length ?? 0);
}

function note(
  { database, workspace, actor, registry }: Context,
  kind: string,
  { object, name, settings }: AskedReport,
  count: number,
  { format, reason, ip }: { format: string; reason: string | undefined; ip: string | undefined },
): Promise<void> {
  const { rows = [], columns, measures = [], where } = settings;
  const facts = {
    ...{ count, format, report: name, reason },
    fields: [...rows, ...(columns ? [columns] : []), ...measures],
    where: keptCondition(registry, objectNamed(registry, object), where),
  };
  return recordAuditEntry(database, {
    ...{ workspace: workspace.name, actor: actor.impersonator?.id ?? actor.id, ip },
    ...(actor.impersonator && { actingFor: actor.id ?? undefined }),
    ...{ kind, subject: object, facts },
  });
}
