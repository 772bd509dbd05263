import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { json } from '#kernel/field/json/json.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** For how long records are kept, and what becomes of them then; in force as long as it is active. */
export const retentionRule = defineObject({
  name: 'administration.retentionRule',
  icon: 'hourglass',
  defaultSort: 'name',
  purpose: 'retention',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    object: objectChoice({ required: true }),
    months: integer({ required: true, grouped: false }),
    since: choice(
      { change: 'blue', creation: 'teal', date: 'violet' },
      { required: true, default: 'change' },
    ),
    /** The date or time of the record from which months count. */
    dateField: text({ maxLength: 60, requiredWhen: { since: 'date' } }),
    where: json({ names: { as: 'condition', of: 'object' } }),
    effect: choice({ bin: 'amber', erase: 'red' }, { required: true, default: 'bin' }),
    reason: text({ maxLength: 500 }),
    active: boolean({ required: true, default: false }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.retentionRule': typeof retentionRule;
  }
}
