import { path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** A colleague who leaves: what he may carry away until then, and when he can come in no more. */
export const departure = defineObject({
  name: 'administration.departure',
  icon: 'calendar-exclamation',
  defaultSort: 'endsAt',
  purpose: 'leaving',
  fields: {
    name: formula('text', path('person.name')),
    person: user({ required: true, immutable: true, unique: true }),
    endsAt: dateTime({ required: true }),
    /** In place of what is set for those who leave. */
    exportsPerDay: integer(),
    state: choice({ leaving: 'amber', left: 'grey' }, { required: true, readOnly: true, default: 'leaving' }),
    remark: text({ maxLength: 500 }),
  },
  rules: [{ field: 'exportsPerDay', code: 'negative', when: { exportsPerDay: { lt: 0 } } }],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.departure': typeof departure;
  }
}
