import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { channels, kinds, priorities } from './case-choices.ts';
import { statusField } from './case-status.ts';

/** Something that a customer asks, reports or complains about, until it is settled. */
export const serviceCase = defineObject({
  name: 'service.case',
  icon: 'lifebuoy',
  nameField: 'subject',
  defaultSort: '-openedAt',
  traits: [ownable, regardable],
  personal: { purpose: 'support', ground: 'agreement', months: 36 },
  indexes: [['status', '-openedAt']],
  derive: ({ status }, changed, { now }) =>
    changed.has('status')
      ? {
          ...(status === 'resolved' && { resolvedAt: now }),
          ...(!['resolved', 'closed'].includes(String(status)) && { resolvedAt: null }),
          closedAt: status === 'closed' ? now : null,
        }
      : {},
  fields: {
    number: autoNumber('C-{year}-{00000}'),
    subject: text({ required: true, search: 'text', personal: 'communication' }),
    account: reference('parties.account', { onDelete: 'restrict' }),
    contact: reference('parties.contact'),
    product: reference('catalogue.product', { timeline: false }),
    kind: choice(kinds, { required: true, default: 'question' }),
    channel: choice(channels, { default: 'phone' }),
    priority: choice(priorities, { required: true, default: 'normal' }),
    status: statusField,
    openedAt: dateTime({ required: true, default: '$now', indexed: true }),
    resolvedAt: dateTime({ readOnly: true, bookkeeping: true }),
    closedAt: dateTime({ readOnly: true, bookkeeping: true }),
    description: longText({ search: 'text', personal: 'communication' }),
    resolution: longText({ personal: 'communication' }),
    externalId: text({ maxLength: 100, unique: true, search: 'text', personal: 'communication' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'service.case': typeof serviceCase;
  }
}
