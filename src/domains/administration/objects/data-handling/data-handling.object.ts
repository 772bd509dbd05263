import { choice } from '#kernel/field/choice/choice.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { dataPurposes, lawfulGrounds } from '#kernel/personal.ts';

/** Why the company keeps what tells of people, where it is not as declared, and what it thinks of the risks. */
export const dataHandling = defineObject({
  name: 'administration.dataHandling',
  icon: 'clipboard-list',
  defaultSort: 'object,field',
  purpose: 'use',
  configures: true,
  unique: [['object', 'field']],
  derive: ({ object, field }) => ({ name: [object, field].filter(Boolean).join('.') }),
  fields: {
    /** Of an object as a whole there is one as well, though its field is empty. */
    name: text({ readOnly: true, bookkeeping: true, unique: true, search: 'text' }),
    object: objectChoice({ required: true }),
    /** Of the whole object when empty. */
    field: text({ maxLength: 60 }),
    purpose: choice(dataPurposes),
    ground: choice(lawfulGrounds),
    months: integer({ grouped: false }),
    risks: longText({ maxLength: 10_000 }),
    assessedOn: date(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.dataHandling': typeof dataHandling;
  }
}
