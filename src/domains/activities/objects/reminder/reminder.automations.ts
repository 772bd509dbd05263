import { defineAutomation } from '#kernel/automation.ts';

/** At the time set for it, reminds whoever is to do a task. */
export const remindOfTask = defineAutomation({
  name: 'activities.remindOfTask',
  object: 'activities.task',
  when: { on: 'time', field: 'remindAt', offset: 0 },
  where: { status: { in: ['open', 'inProgress'] }, owner: { isNull: false } },
  steps: [
    {
      do: 'create',
      object: 'activities.reminder',
      values: {
        subject: '$record.subject',
        recipient: '$record.owner',
        about: { object: 'task', id: '$record' },
        dueAt: '$record.dueAt',
      },
    },
  ],
});

/** At the time set for it, reminds whoever holds a meeting. */
export const remindOfMeeting = defineAutomation({
  name: 'activities.remindOfMeeting',
  object: 'activities.meeting',
  when: { on: 'time', field: 'remindAt', offset: 0 },
  where: { status: 'planned', owner: { isNull: false } },
  steps: [
    {
      do: 'create',
      object: 'activities.reminder',
      values: {
        subject: '$record.subject',
        recipient: '$record.owner',
        about: { object: 'meeting', id: '$record' },
        dueAt: '$record.startsAt',
      },
    },
  ],
});
