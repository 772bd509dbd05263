import type { ObjectFolder } from '#kernel/module.ts';
import { tellOfAlarm } from './access-alarm.automations.ts';
import { manyViewed } from './access-alarm.notifications.ts';
import { accessAlarm } from './access-alarm.object.ts';
import { accessAlarmViews } from './access-alarm.views.ts';

/** Raised by the engine, for administrators. */
export const accessAlarmFolder: ObjectFolder = {
  object: accessAlarm,
  views: accessAlarmViews,
  automations: [tellOfAlarm],
  notifications: [manyViewed],
};
