import { defineReports } from '#kernel/declared-report.ts';
import type { ReportSettings } from '#kernel/report-settings.ts';

/** Whose customers and people nobody has been in touch with for how long. */
const untouched = { name: 'untouched', dashboard: 'dataQuality' } as const;
const byOwner: Omit<ReportSettings, 'where'> = {
  ...{ rows: ['owner'], columns: 'lastTouchAt.age', measures: ['count'] },
  ...{ chart: 'bar', sortBy: 'count' },
};

export const untouchedAccounts = defineReports('parties.account', [
  { ...untouched, settings: { ...byOwner, where: { archivedAt: null } } },
]);

export const untouchedContacts = defineReports('parties.contact', [{ ...untouched, settings: byOwner }]);
