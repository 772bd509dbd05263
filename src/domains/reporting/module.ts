import { defineModule } from '#kernel/module.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { dashboardFolder } from './objects/dashboard/dashboard.ts';
import { dashboardTileFolder } from './objects/dashboard-tile/dashboard-tile.ts';
import { reportFolder } from './objects/report/report.ts';
import { reportScheduleFolder } from './objects/report-schedule/report-schedule.ts';

/** What the records of the company add up to. */
export const reporting = defineModule({
  name: 'reporting',
  depends: ['administration'],
  objects: [reportFolder, dashboardFolder, dashboardTileFolder, reportScheduleFolder],
  roles: [],
  navigation: ['dashboard', 'report', 'reportSchedule'],
  locales: { en, 'zh-CN': zh },
});
