import { defineReports } from '#kernel/declared-report.ts';
import { completenessReports } from '../../completeness-reports.ts';

export const accountReports = defineReports('parties.account', completenessReports({ archivedAt: null }));
