import { defineGuard } from '#kernel/guard.ts';

/**
 * Which campaign brought a lead: the one that is called as its form, the page's address or a list of leads says. A
 * campaign that is chosen gives its name.
 */
export const firstCampaign = defineGuard({
  object: 'sales.lead',
  fields: ['firstTouchCampaign', 'campaign'],
  async complete({ before, after: { campaign, firstTouchCampaign: called } }, decision) {
    if (before !== undefined || (campaign !== null && called !== null)) return {};
    const where = campaign === null ? { name: called ?? '' } : { id: campaign };
    const [found, another] = await decision.list('marketing.campaign', where, 2);
    if (found === undefined || another !== undefined) return {};
    return { campaign: found.id, firstTouchCampaign: found.name };
  },
  check: () => [],
});
