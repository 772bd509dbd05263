import { defineAction } from '#kernel/action.ts';
import { invitationInput, invite } from './invitation.ts';

/** Adds people to a campaign; whoever is in it already stays as he is. */
export const addContact = defineAction({
  name: 'marketing.addContact',
  object: 'parties.contact',
  icon: 'speakerphone',
  bulk: true,
  input: invitationInput,
  decide: ({ id }, input, decision) => invite({ contact: id }, input, decision),
});
