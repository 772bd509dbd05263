import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import {
  inviteGuest,
  tellGuestOfChange,
  tellOfAnswer,
  tellOfBooking,
  tellOfChangedBooking,
  uninviteGuest,
} from './meeting-guest.automations.ts';
import { meetingGuestGuard } from './meeting-guest.guard.ts';
import { guestAnswered, guestArranged } from './meeting-guest.notifications.ts';
import { meetingGuest } from './meeting-guest.object.ts';

/** Has the rights of the meeting that he is invited to. */
export const meetingGuestFolder: ObjectFolder = {
  object: meetingGuest,
  policy: definePolicy('activities.meetingGuest', {
    [everyone]: { read: 'all', create: true, update: 'all', delete: 'all' },
  }),
  views: defineViews(
    'activities.meetingGuest',
    [
      {
        name: 'all',
        kind: 'table',
        columns: ['name', 'address', 'occasion', 'answer', 'answeredAt', 'state', 'sentAt'],
      },
    ],
    {
      highlights: ['answer', 'state', 'occasion'],
      sections: {
        details: [
          'occasion',
          'person',
          'name',
          'address',
          'answer',
          'answeredAt',
          'state',
          'sentAt',
          'arranged',
          'language',
          'timeZone',
        ],
      },
    },
  ),
  automations: [
    inviteGuest,
    tellGuestOfChange,
    uninviteGuest,
    tellOfAnswer,
    tellOfBooking,
    tellOfChangedBooking,
  ],
  notifications: [guestAnswered, guestArranged],
  guard: meetingGuestGuard,
};
