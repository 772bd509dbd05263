import type { ObjectFolder } from '#kernel/module.ts';
import { inviteGuests, keepGuests, remindOfMeeting } from './meeting.automations.ts';
import { meetingSoon } from './meeting.notifications.ts';
import { meeting } from './meeting.object.ts';
import { meetingViews } from './meeting.views.ts';

export const meetingFolder: ObjectFolder = {
  object: meeting,
  views: meetingViews,
  automations: [remindOfMeeting, inviteGuests, keepGuests],
  notifications: [meetingSoon],
};
