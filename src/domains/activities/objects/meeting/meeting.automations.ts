import { defineAutomation } from '#kernel/automation.ts';

/** At the time set for it, reminds whoever holds a meeting and the colleagues who come along. */
export const remindOfMeeting = defineAutomation({
  name: 'activities.remindOfMeeting',
  object: 'activities.meeting',
  when: { on: 'time', field: 'remindAt', offset: 0 },
  where: { status: 'planned' },
  steps: [
    { do: 'notify', kind: 'activities.meetingSoon', to: '$record.owner' },
    { do: 'notify', kind: 'activities.meetingSoon', to: '$record.colleagues' },
  ],
});
