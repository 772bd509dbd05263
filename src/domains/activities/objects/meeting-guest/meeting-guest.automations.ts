import { defineAutomation } from '#kernel/automation.ts';

const steps = [{ do: 'writeToGuest' }] as const;

/** Who is invited gets a mail with the date for his calendar. */
export const inviteGuest = defineAutomation({
  name: 'activities.inviteGuest',
  object: 'activities.meetingGuest',
  when: { on: 'created' },
  steps,
});

/** He gets another one when it changes or is called off. */
export const tellGuestOfChange = defineAutomation({
  name: 'activities.tellGuestOfChange',
  object: 'activities.meetingGuest',
  when: { on: 'updated', fields: ['sequence'] },
  steps,
});

/** And when he is no longer to come, or it is gone. */
export const uninviteGuest = defineAutomation({
  name: 'activities.uninviteGuest',
  object: 'activities.meetingGuest',
  when: { on: 'deleted' },
  steps,
});

/** Whoever holds the meeting hears what a guest says. */
export const tellOfAnswer = defineAutomation({
  name: 'activities.tellOfAnswer',
  object: 'activities.meetingGuest',
  when: { on: 'updated', fields: ['answeredAt'] },
  where: { answeredAt: { isNull: false } },
  steps: [{ do: 'notify', kind: 'activities.guestAnswered', to: '$record.occasion.owner' }],
});
