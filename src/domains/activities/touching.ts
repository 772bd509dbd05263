import { choice } from '#kernel/field/choice/choice.ts';
import { duration } from '#kernel/field/duration/duration.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import type { Regarding } from '#kernel/field/regarding/regarding.ts';
import type { Derive } from '#kernel/object.ts';
import { defineTrait } from '#kernel/trait.ts';
import { directions, outcomes } from './exchange-choices.ts';

/** An exchange with a person outside the company, over whatever channel: which way it went and what came of it. */
export const touching = defineTrait({
  name: 'touching',
  fields: {
    contact: reference('parties.contact'),
    direction: choice(directions, { default: 'outbound' }),
    outcome: choice(outcomes),
    duration: duration(),
    cost: money(),
  },
});

/** What is about a person is also with that person, unless somebody else is named. */
export const withWhomItRegards: Derive = ({ regarding, contact }) => {
  const { object, id } = (regarding ?? {}) as Partial<Regarding>;
  return object === 'contact' && (contact ?? null) === null ? { contact: id } : {};
};
