import type { ObjectFolder } from '#kernel/module.ts';
import { completeTask, repeatTask } from './task.actions.ts';
import { remindOfTask, repeatDoneTask, tellAssignee } from './task.automations.ts';
import { taskDue } from './task.notifications.ts';
import { task } from './task.object.ts';
import { taskViews } from './task.views.ts';

export const taskFolder: ObjectFolder = {
  object: task,
  views: taskViews,
  actions: [completeTask, repeatTask],
  automations: [repeatDoneTask, remindOfTask, tellAssignee],
  notifications: [taskDue],
};
