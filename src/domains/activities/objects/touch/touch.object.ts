import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { duration } from '#kernel/field/duration/duration.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';
import { channels, directions, outcomes } from '../../exchange-choices.ts';

/** Every touch with somebody outside, whatever the channel, under the same words; each is kept as what it was. */
export const touch = defineObject({
  name: 'activities.touch',
  icon: 'heart-handshake',
  nameField: 'subject',
  defaultSort: '-at',
  unites: [
    {
      object: 'activities.call',
      itself: 'record',
      fields: { at: 'startedAt' },
      values: { channel: 'phone' },
      where: { status: ['done'] },
    },
    {
      object: 'activities.email',
      itself: 'record',
      fields: { at: 'sentAt' },
      values: { channel: 'email' },
      where: { status: ['sent', 'received', 'failed'] },
    },
    {
      object: 'activities.meeting',
      itself: 'record',
      fields: { at: 'startsAt', channel: 'kind' },
      where: { status: ['held'] },
    },
    { object: 'activities.conversation', itself: 'record', fields: { at: 'startedAt' } },
  ],
  fields: {
    subject: text(),
    channel: choice(channels),
    direction: choice(directions),
    outcome: choice(outcomes),
    at: dateTime(),
    duration: duration(),
    cost: money(),
    contact: reference('parties.contact', { timeline: false }),
    regarding: regarding({ timeline: false }),
    record: regarding({
      timeline: false,
      targets: ['activities.call', 'activities.email', 'activities.meeting', 'activities.conversation'],
    }),
    owner: user(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.touch': typeof touch;
  }
}
