import { defineAutomation } from '#kernel/automation.ts';

/** At its time, sends a report to everybody who gets it, and moves on to the next. */
export const sendReport = defineAutomation({
  name: 'reporting.sendReport',
  object: 'reporting.reportSchedule',
  when: { on: 'time', field: 'nextAt', offset: 0 },
  where: { active: true },
  steps: [
    { do: 'update', values: { lastAt: '$now' } },
    { do: 'notify', kind: 'reporting.reportReady', to: '$record.receivers' },
  ],
});

/** Sends it at once to whoever asked for it. */
export const sendReportNow = defineAutomation({
  name: 'reporting.sendReportNow',
  object: 'reporting.reportSchedule',
  when: { on: 'updated', fields: ['askedAt'] },
  steps: [{ do: 'notify', kind: 'reporting.reportReady', to: '$record.askedBy' }],
});
