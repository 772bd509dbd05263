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

/** Who is to come along from outside is invited by mail, where whoever plans it wants so; so are guests of its series. */
export const inviteGuests = defineAutomation({
  name: 'activities.inviteGuests',
  object: 'activities.meeting',
  when: { on: 'created' },
  where: { or: [{ sendInvitations: true }, { series: { isNull: false } }] },
  steps: [{ do: 'keepGuests' }],
});

/** Those who are invited are told what changes for them. */
export const keepGuests = defineAutomation({
  name: 'activities.keepGuests',
  object: 'activities.meeting',
  when: {
    on: 'updated',
    fields: [
      'subject',
      'location',
      'startsAt',
      'endsAt',
      'repeats',
      'status',
      'attendees',
      'sendInvitations',
    ],
  },
  steps: [{ do: 'keepGuests' }],
});
