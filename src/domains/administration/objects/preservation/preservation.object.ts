import { date } from '#kernel/field/date/date.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** A record that must be kept, say because of a lawsuit: no retention rule takes it, and nobody erases it. */
export const preservation = defineObject({
  name: 'administration.preservation',
  icon: 'gavel',
  nameField: 'reason',
  purpose: 'hold',
  fields: {
    record: regarding({ required: true, immutable: true }),
    reason: text({ required: true, maxLength: 200, search: 'text' }),
    until: date(),
  },
  indexes: [['record', '-createdAt']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.preservation': typeof preservation;
  }
}
