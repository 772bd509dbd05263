import { defineGuard } from '#kernel/guard.ts';
import { reportSettingsFaults } from '#kernel/report-settings.ts';

export const reportGuard = defineGuard({
  object: 'reporting.report',
  fields: ['settings'],
  check: ({ after }) => reportSettingsFaults(after.settings ?? {}, 'settings'),
});
