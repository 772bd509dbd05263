import { defineExtension, type Extension } from '#kernel/extension.ts';
import { addLead } from './add-lead.ts';
import { firstCampaign } from './first-campaign.ts';
import { leadFields } from './lead-fields.ts';
import { memberFields } from './member-fields.ts';
import { opportunityFields } from './opportunity-fields.ts';

const ofPerson = { or: [{ contact: '$visible' }, { lead: '$visible' }] } as const;
const changing = { read: ofPerson, create: true, update: ofPerson } as const;

/** Sales brings its own people to what marketing plans, and notes what came of it. */
const members = defineExtension('marketing.campaignMember', {
  fields: memberFields,
  highlights: ['lead'],
  sections: { details: ['campaign', 'contact', 'lead', 'status', 'respondedAt', 'remark'] },
  grants: { everyone: { read: ofPerson }, salesManager: changing, salesRepresentative: changing },
});

/** Marketing finds leads and hands them over; each knows the campaign that brought it. */
const leads = defineExtension('sales.lead', {
  fields: leadFields,
  sections: { campaign: ['campaign'] },
  guard: firstCampaign,
  actions: [addLead],
  grants: {
    marketingManager: { read: 'all', create: true, update: 'all', import: true },
    marketer: { read: 'all', create: true, update: 'own', import: true },
  },
});

const opportunities = defineExtension('sales.opportunity', {
  fields: opportunityFields,
  sections: { origin: ['campaign'] },
});

export const extensions: readonly Extension[] = [members, leads, opportunities];
