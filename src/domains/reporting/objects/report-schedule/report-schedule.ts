import type { ObjectFolder } from '#kernel/module.ts';
import { sendMeNow, stopReceiving } from './report-schedule.actions.ts';
import { sendReport, sendReportNow } from './report-schedule.automations.ts';
import { reportScheduleGuard } from './report-schedule.guard.ts';
import { reportReady } from './report-schedule.notifications.ts';
import { reportSchedule } from './report-schedule.object.ts';
import { reportSchedulePolicy } from './report-schedule.policy.ts';
import { reportScheduleViews } from './report-schedule.views.ts';

export const reportScheduleFolder: ObjectFolder = {
  object: reportSchedule,
  policy: reportSchedulePolicy,
  guard: reportScheduleGuard,
  views: reportScheduleViews,
  actions: [sendMeNow, stopReceiving],
  automations: [sendReport, sendReportNow],
  notifications: [reportReady],
};
