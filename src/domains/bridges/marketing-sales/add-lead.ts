import { invitation } from '#domains/marketing/api.ts';
import { defineAction } from '#kernel/action.ts';

/** Adds leads to a campaign; whoever is in it already stays as he is. */
export const addLead = defineAction({
  name: 'marketingSales.addLead',
  object: 'sales.lead',
  icon: 'speakerphone',
  bulk: true,
  roles: ['marketingManager', 'marketer', 'salesManager', 'salesRepresentative'],
  available: { status: { ne: 'converted' } },
  input: invitation.input,
  decide: ({ id }, input, decision) => invitation.of({ lead: id }, input, decision),
});
