import { defineAction } from '#kernel/action.ts';
import { user as person } from '#kernel/field/user/user.ts';
import { everythingOf } from '../../handover/everything-of.ts';

/** Gives all that somebody who leaves owns to a colleague, before or after he has gone; until then he can still come in. */
export const handOverFromLeaver = defineAction({
  name: 'administration.handOverFromLeaver',
  object: 'administration.departure',
  icon: 'arrows-exchange',
  primary: true,
  previewed: true,
  input: { to: person({ required: true }) },
  roles: ['administrator'],
  decide: (departure, { to }) => ({ changes: [everythingOf(departure.person, to)] }),
});
