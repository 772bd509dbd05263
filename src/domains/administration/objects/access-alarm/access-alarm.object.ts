import { path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** Somebody has looked at more records within an hour or a day than is usual; once for each person and time. */
export const accessAlarm = defineObject({
  name: 'administration.accessAlarm',
  icon: 'alarm',
  defaultSort: '-createdAt',
  purpose: 'alarm',
  appendOnly: true,
  raised: true,
  fields: {
    name: formula('text', path('person.name')),
    person: user({ required: true, immutable: true }),
    what: objectChoice({ required: true, immutable: true }),
    how: choice({ opened: 'amber', listed: 'blue' }, { required: true, immutable: true }),
    within: choice({ hour: 'grey', day: 'grey' }, { required: true, immutable: true }),
    begunAt: dateTime({ required: true, immutable: true }),
    amount: integer({ required: true, immutable: true }),
    threshold: integer({ required: true, immutable: true }),
    address: text({ immutable: true, maxLength: 100 }),
  },
  unique: [['person', 'within', 'begunAt']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.accessAlarm': typeof accessAlarm;
  }
}
