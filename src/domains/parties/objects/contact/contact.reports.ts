import { defineReports } from '#kernel/declared-report.ts';
import { completenessReports } from '../../completeness-reports.ts';

export const contactReports = defineReports('parties.contact', completenessReports());
