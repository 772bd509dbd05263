import { defineAutomation } from '#kernel/automation.ts';

/** A task that comes back is written down again as soon as it is done, whichever way it was marked so. */
export const repeatDoneTask = defineAutomation({
  name: 'activities.repeatDoneTask',
  object: 'activities.task',
  when: { on: 'updated', fields: ['status'] },
  where: { status: 'done', recurrence: { isNull: false }, repeatedAs: null },
  steps: [{ do: 'action', action: 'activities.repeatTask' }],
});
