import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { messageChannels } from '../../exchange-choices.ts';
import { touching, withWhomItRegards } from '../../touching.ts';

/** An exchange of short messages, or by any other way that has no record of its own. */
export const conversation = defineObject({
  name: 'activities.conversation',
  icon: 'message-circle',
  nameField: 'subject',
  defaultSort: '-startedAt',
  traits: [activity, ownable, touching],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  derive: withWhomItRegards,
  fields: {
    subject: text({ required: true, search: 'text', personal: 'communication' }),
    channel: choice(messageChannels, { required: true, default: 'wechat' }),
    startedAt: dateTime({ required: true, default: '$now', indexed: true }),
    body: longText({ search: 'text', personal: 'communication' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.conversation': typeof conversation;
  }
}
