import { choice } from '#kernel/field/choice/choice.ts';
import { duration } from '#kernel/field/duration/duration.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { defineTrait } from '#kernel/trait.ts';

/** An exchange with a person outside the company, over whatever channel: which way it went and what came of it. */
export const touching = defineTrait({
  name: 'touching',
  fields: {
    contact: reference('parties.contact'),
    direction: choice({ outbound: 'blue', inbound: 'teal' }, { default: 'outbound' }),
    outcome: choice({
      successful: 'green',
      interested: 'green',
      followUp: 'amber',
      notInterested: 'grey',
      noAnswer: 'orange',
      leftMessage: 'blue',
      replied: 'teal',
      undelivered: 'red',
    }),
    duration: duration(),
    cost: money(),
  },
});
