import type { ReportFormat } from './make-report-file.ts';

/** What files of reports are, for programs. */
export const reportFileTypes: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
};
