import type { ObjectFolder } from '#kernel/module.ts';
import { dismissReminder } from './reminder.actions.ts';
import { remindOfMeeting, remindOfTask } from './reminder.automations.ts';
import { reminder } from './reminder.object.ts';
import { reminderViews } from './reminder.views.ts';

export const reminderFolder: ObjectFolder = {
  object: reminder,
  views: reminderViews,
  actions: [dismissReminder],
  automations: [remindOfTask, remindOfMeeting],
};
