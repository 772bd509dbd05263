import { defineAutomation } from '#kernel/automation.ts';

const task = {
  do: 'create',
  object: 'activities.task',
  values: {
    subject: '$record.subject',
    regarding: '$record.regarding',
    owner: '$record.owner',
    dueAt: '$record.occursAt',
    priority: 'high',
  },
} as const;

/** What cannot wait becomes a task of whoever looks after it, at once. */
export const takeUpUrgentEvent = defineAutomation({
  name: 'activities.takeUpUrgentEvent',
  object: 'activities.customerEvent',
  when: { on: 'created' },
  where: { severity: { in: ['high', 'critical'] }, status: 'open', regarding: { isNull: false } },
  steps: [task],
});

/** What is expected becomes a task when it is time to think of it. */
export const takeUpExpectedEvent = defineAutomation({
  name: 'activities.takeUpExpectedEvent',
  object: 'activities.customerEvent',
  when: { on: 'time', field: 'remindAt', offset: 0 },
  where: { status: { ne: 'handled' } },
  steps: [task],
});

/** What comes every year is expected again as soon as it has come. */
export const expectNextYear = defineAutomation({
  name: 'activities.expectNextYear',
  object: 'activities.customerEvent',
  when: { on: 'time', field: 'occursAt', offset: 0, however: 'late' },
  where: { yearly: true, repeatedAs: null },
  steps: [{ do: 'action', action: 'activities.repeatCustomerEvent' }],
});
