import type { ObjectFolder } from '#kernel/module.ts';
import { completeTask, repeatTask } from './task.actions.ts';
import { repeatDoneTask } from './task.automations.ts';
import { task } from './task.object.ts';
import { taskViews } from './task.views.ts';

export const taskFolder: ObjectFolder = {
  object: task,
  views: taskViews,
  actions: [completeTask, repeatTask],
  automations: [repeatDoneTask],
};
