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
  where: { answeredAt: { isNull: false }, arranged: { isNull: true } },
  steps: [{ do: 'notify', kind: 'activities.guestAnswered', to: '$record.occasion.owner' }],
});

const tellOwner = [{ do: 'notify', kind: 'activities.guestArranged', to: '$record.occasion.owner' }] as const;

/** Whoever's time was booked hears of it. */
export const tellOfBooking = defineAutomation({
  name: 'activities.tellOfBooking',
  object: 'activities.meetingGuest',
  when: { on: 'created' },
  where: { arranged: { isNull: false } },
  steps: tellOwner,
});

/** And when who booked it moves or cancels it. */
export const tellOfChangedBooking = defineAutomation({
  name: 'activities.tellOfChangedBooking',
  object: 'activities.meetingGuest',
  when: { on: 'updated', fields: ['answeredAt'] },
  where: { answeredAt: { isNull: false }, arranged: { isNull: false } },
  steps: tellOwner,
});
