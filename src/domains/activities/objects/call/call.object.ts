import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { touching, withWhomItRegards } from '../../touching.ts';

/** A telephone call, made or planned. */
export const call = defineObject({
  name: 'activities.call',
  icon: 'phone',
  nameField: 'subject',
  defaultSort: '-startedAt',
  traits: [activity, ownable, touching],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  occurs: { from: 'startedAt', with: ['owner'] },
  derive: withWhomItRegards,
  fields: {
    subject: text({ required: true, search: 'text', personal: 'communication' }),
    status: choice(
      { planned: 'blue', done: 'green', cancelled: 'grey' },
      {
        required: true,
        default: 'done',
        transitions: { planned: ['done', 'cancelled'], done: ['planned'], cancelled: ['planned'] },
      },
    ),
    startedAt: dateTime({ required: true, default: '$now' }),
    phone: phone({ personal: 'reach' }),
    description: longText({ personal: 'communication' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.call': typeof call;
  }
}
