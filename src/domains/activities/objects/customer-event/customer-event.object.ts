import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { json } from '#kernel/field/json/json.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { withWhomItRegards } from '../../touching.ts';
import { customerEventKinds } from './customer-event-kinds.ts';

/** Something that happens on the customer's side, or is to happen, and may call for doing something. */
export const customerEvent = defineObject({
  name: 'activities.customerEvent',
  icon: 'calendar-exclamation',
  nameField: 'subject',
  defaultSort: '-occursAt',
  traits: [activity, ownable],
  personal: { purpose: 'marketing', ground: 'legitimateInterest', months: 24 },
  indexes: [['kind', '-occursAt']],
  derive: withWhomItRegards,
  fields: {
    subject: text({ required: true, search: 'text', personal: 'online' }),
    kind: choice(customerEventKinds, { required: true, default: 'other' }),
    occursAt: dateTime({ required: true, default: '$now', indexed: true }),
    severity: choice(
      { low: 'grey', normal: 'blue', high: 'orange', critical: 'red' },
      { required: true, default: 'normal' },
    ),
    status: choice(
      { expected: 'blue', open: 'amber', handled: 'green' },
      {
        required: true,
        default: 'open',
        transitions: { expected: ['open', 'handled'], open: ['expected', 'handled'], handled: ['open'] },
        ends: ['handled'],
      },
    ),
    contact: reference('parties.contact'),
    remindAt: dateTime({ indexed: true }),
    yearly: boolean({ required: true, default: false }),
    repeatedAs: reference('activities.customerEvent', { readOnly: true, timeline: false }),
    origin: text({ maxLength: 100, personal: 'online' }),
    externalId: text({ maxLength: 100, unique: true, search: 'text', personal: 'online' }),
    details: json({ personal: 'online' }),
    description: longText({ personal: 'online' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.customerEvent': typeof customerEvent;
  }
}
