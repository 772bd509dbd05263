import { defineModule } from '#kernel/module.ts';
import { customerExtensions } from './customers/customers.extensions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { callFolder } from './objects/call/call.ts';
import { commentFolder } from './objects/comment/comment.ts';
import { conversationFolder } from './objects/conversation/conversation.ts';
import { customerEventFolder } from './objects/customer-event/customer-event.ts';
import { documentFolder } from './objects/document/document.ts';
import { documentVersionFolder } from './objects/document-version/document-version.ts';
import { emailFolder } from './objects/email/email.ts';
import { facilityFolder } from './objects/facility/facility.ts';
import { followingFolder } from './objects/following/following.ts';
import { meetingFolder } from './objects/meeting/meeting.ts';
import { meetingGuestFolder } from './objects/meeting-guest/meeting-guest.ts';
import { noteFolder } from './objects/note/note.ts';
import { reactionFolder } from './objects/reaction/reaction.ts';
import { taskFolder } from './objects/task/task.ts';
import { textTemplateFolder } from './objects/text-template/text-template.ts';
import { touchFolder } from './objects/touch/touch.ts';

/** What people do about a record, and every exchange with those outside. */
export const activities = defineModule({
  name: 'activities',
  depends: ['administration', 'parties'],
  essential: true,
  objects: [
    commentFolder,
    reactionFolder,
    followingFolder,
    noteFolder,
    textTemplateFolder,
    taskFolder,
    callFolder,
    meetingFolder,
    meetingGuestFolder,
    emailFolder,
    documentFolder,
    documentVersionFolder,
    conversationFolder,
    touchFolder,
    customerEventFolder,
    facilityFolder,
  ],
  extensions: customerExtensions,
  roles: [],
  navigation: [
    'task',
    'meeting',
    'call',
    'email',
    'conversation',
    'note',
    'document',
    'touch',
    'customerEvent',
    'facility',
  ],
  templates: ['call', 'visit', 'minutes', 'discovery'],
  locales: { en, 'zh-CN': zh },
});
