import { defineAction } from '#kernel/action.ts';
import { asSystem, update } from '#kernel/change.ts';
import { openLeads } from '../lead/lead-status.ts';
import { refuseClaim } from './refuse-claim.ts';

/** Takes a lead out of the public pool. */
export const claimLead = defineAction({
  name: 'sales.claimLead',
  object: 'sales.lead',
  icon: 'hand-grab',
  bulk: true,
  available: { owner: null, ...openLeads },
  roles: ['salesManager', 'salesRepresentative'],
  input: {},
  async decide(lead, _, decision) {
    await refuseClaim(lead, decision);
    const taken = update('sales.lead', lead.id, { owner: decision.actor.id });
    return { changes: [asSystem('Whoever sees the pool may take from it.', taken)] };
  },
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
