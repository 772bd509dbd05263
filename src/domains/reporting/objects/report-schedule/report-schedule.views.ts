import { defineViews } from '#kernel/view.ts';

export const reportScheduleViews = defineViews(
  'reporting.reportSchedule',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'report.name', 'dashboard.name', 'often', 'time', 'active', 'nextAt', 'owner.name'],
    },
  ],
  {
    highlights: ['often', 'weekdays', 'time', 'nextAt'],
    sections: {
      details: ['name', 'report', 'dashboard', 'people', 'format', 'note', 'active', 'owner'],
      when: ['often', 'weekdays', 'dayOfMonth', 'time', 'nextAt', 'lastAt'],
      receivers: ['teams', 'roles', 'receivers', 'left'],
    },
  },
);
