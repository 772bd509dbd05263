import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { email as address } from '#kernel/field/email/email.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { richText } from '#kernel/field/rich-text/rich-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { touching, withWhomItRegards } from '../../touching.ts';

/** An e-mail that was received, sent or is being written. */
export const email = defineObject({
  name: 'activities.email',
  icon: 'mail',
  nameField: 'subject',
  defaultSort: '-sentAt',
  traits: [activity, ownable, touching],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  derive: withWhomItRegards,
  fields: {
    subject: text({ required: true, search: 'text', personal: 'communication' }),
    status: choice(
      { draft: 'grey', sent: 'blue', received: 'teal', failed: 'red' },
      {
        required: true,
        default: 'sent',
        transitions: { draft: ['sent', 'failed'], sent: ['failed'], received: [], failed: ['sent'] },
      },
    ),
    from: address({ personal: 'reach' }),
    to: text({ maxLength: 2000, search: 'text', personal: 'reach' }),
    cc: text({ maxLength: 2000, personal: 'reach' }),
    recipients: manyToMany('parties.contact'),
    sentAt: dateTime({ default: '$now', indexed: true }),
    body: richText({ search: 'text', personal: 'communication' }),
    messageId: text({ maxLength: 500, unique: true, readOnly: true }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.email': typeof email;
  }
}
