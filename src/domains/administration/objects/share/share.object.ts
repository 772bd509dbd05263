import { date } from '#kernel/field/date/date.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { audienceOf, recipientFields, recipientRules } from '../../sharing/recipient.ts';

/** One record that somebody else may see or change too. Whoever may change the record decides with whom it is shared. */
export const share = defineObject({
  name: 'administration.share',
  icon: 'share',
  nameField: 'reason',
  purpose: 'share',
  partOf: 'record',
  fields: {
    record: regarding({ required: true, immutable: true, having: 'ownable' }),
    ...recipientFields,
    until: date(),
    reason: text({ maxLength: 200 }),
  },
  unique: [['record', 'audience']],
  indexes: [['audience', 'record']],
  derive: audienceOf,
  rules: recipientRules,
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.share': typeof share;
  }
}
