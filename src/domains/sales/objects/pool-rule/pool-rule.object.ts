import { boolean } from '#kernel/field/boolean/boolean.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { multiChoice } from '#kernel/field/multi-choice/multi-choice.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { leadStatuses } from '../lead/lead-status.ts';

/** When a lead that nobody looks after goes back into the public pool, and how much one person may take out of it. */
export const poolRule = defineObject({
  name: 'sales.poolRule',
  icon: 'ripple',
  defaultSort: 'name',
  configures: true,
  rules: ['quietDays', 'mostHeld', 'restDays'].map((field) => ({
    field,
    code: 'negative',
    when: { [field]: { lt: 0 } },
  })),
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    active: boolean({ required: true, default: true }),
    quietDays: integer(),
    statuses: multiChoice(leadStatuses, { required: true, default: ['new', 'working'] }),
    mostHeld: integer(),
    restDays: integer(),
    nextRunAt: dateTime({ readOnly: true, bookkeeping: true, default: '$now', indexed: true }),
    lastRunAt: dateTime({ readOnly: true, bookkeeping: true }),
    lastReturned: integer({ readOnly: true, bookkeeping: true }),
    description: longText(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.poolRule': typeof poolRule;
  }
}
