import { defineAction } from '#kernel/action.ts';
import { asSystem, update } from '#kernel/change.ts';

/** Takes a lead out of the public pool. */
export const claimLead = defineAction({
  name: 'sales.claimLead',
  object: 'sales.lead',
  icon: 'hand-grab',
  bulk: true,
  available: { owner: null, status: { ne: 'converted' } },
  roles: ['salesManager', 'salesRepresentative'],
  input: {},
  decide: (lead, _, { actor }) => ({
    changes: [
      asSystem('Whoever sees the pool may take from it.', update('sales.lead', lead.id, { owner: actor.id })),
    ],
  }),
});

/** Puts a lead back into the public pool. */
export const releaseLead = defineAction({
  name: 'sales.releaseLead',
  object: 'sales.lead',
  icon: 'arrow-back-up',
  bulk: true,
  available: { owner: { isNull: false }, status: { ne: 'converted' } },
  input: {},
  decide: (lead) => ({ changes: [update('sales.lead', lead.id, { owner: null })] }),
});
