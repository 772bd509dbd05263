import type { ObjectFolder } from '#kernel/module.ts';
import { meeting } from './meeting.object.ts';
import { meetingViews } from './meeting.views.ts';

export const meetingFolder: ObjectFolder = { object: meeting, views: meetingViews };
