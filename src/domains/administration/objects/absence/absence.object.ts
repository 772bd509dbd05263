import { path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** A time in which a colleague takes on nothing new. */
export const absence = defineObject({
  name: 'administration.absence',
  icon: 'beach',
  defaultSort: '-startsAt',
  personal: { purpose: 'employment', ground: 'agreement', kept: true },
  indexes: [['person', 'endsAt']],
  occurs: { from: 'startsAt', to: 'endsAt', with: ['person'], busy: {}, notes: 'remark' },
  fields: {
    name: formula('text', path('person.name')),
    person: user({ required: true, default: '$actor' }),
    kind: choice(
      { leave: 'teal', sick: 'red', travel: 'blue', training: 'violet', other: 'grey' },
      { required: true, default: 'leave', personal: 'special' },
    ),
    startsAt: dateTime({ required: true }),
    endsAt: dateTime({ required: true }),
    remark: text({ personal: 'background' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.absence': typeof absence;
  }
}
