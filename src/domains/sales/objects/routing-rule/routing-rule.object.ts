import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { multiChoice } from '#kernel/field/multi-choice/multi-choice.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';
import { sources } from '../../sources.ts';

/** Which leads go to which people, in which turn, and how soon they are to be touched. The first rule that fits decides. */
export const routingRule = defineObject({
  name: 'sales.routingRule',
  icon: 'route',
  defaultSort: 'position',
  configures: true,
  rules: [
    { field: 'capacity', code: 'negative', when: { capacity: { lt: 0 } } },
    { field: 'firstTouchMinutes', code: 'negative', when: { firstTouchMinutes: { lt: 0 } } },
  ],
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    active: boolean({ required: true, default: true }),
    position: integer({ required: true, default: 1 }),
    sources: multiChoice(sources),
    regions: text(),
    leastScore: integer(),
    team: reference('administration.team', { timeline: false }),
    members: manyToMany('administration.user', { timeline: false }),
    method: choice({ roundRobin: 'blue', leastLoaded: 'teal' }, { required: true, default: 'roundRobin' }),
    capacity: integer(),
    firstTouchMinutes: integer(),
    whenLate: choice({ keep: 'grey', reroute: 'amber', pool: 'orange' }, { required: true, default: 'keep' }),
    lastOwner: user({ readOnly: true, bookkeeping: true }),
    description: longText(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.routingRule': typeof routingRule;
  }
}
