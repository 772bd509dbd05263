import { defineAutomation } from '#kernel/automation.ts';

/** A task that comes back is written down again as soon as it is done, whichever way it was marked so. */
export const repeatDoneTask = defineAutomation({
  name: 'activities.repeatDoneTask',
  object: 'activities.task',
  when: { on: 'updated', fields: ['status'] },
  where: { status: 'done', recurrence: { isNull: false }, repeatedAs: null },
  steps: [{ do: 'action', action: 'activities.repeatTask' }],
});

/** At the time set for it, reminds whoever is to do a task. */
export const remindOfTask = defineAutomation({
  name: 'activities.remindOfTask',
  object: 'activities.task',
  when: { on: 'time', field: 'remindAt', offset: 0 },
  where: { status: { in: ['open', 'inProgress'] }, owner: { isNull: false } },
  steps: [{ do: 'notify', kind: 'activities.taskDue', to: '$record.owner' }],
});

/** Tells a person of a task that somebody else wrote down for him. */
export const tellAssignee = defineAutomation({
  name: 'activities.tellAssignee',
  object: 'activities.task',
  when: { on: 'created' },
  where: { status: { in: ['open', 'inProgress'] }, owner: { isNull: false } },
  steps: [{ do: 'notify', kind: 'ownable.handedOver', to: '$record.owner' }],
});
