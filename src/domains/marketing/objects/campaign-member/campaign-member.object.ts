import { call, literal, path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { firstResponse } from './first-response.ts';
import { memberStatuses } from './member-status.ts';

/** A person whom a campaign is for, once in each, and how far it has come with him. */
export const campaignMember = defineObject({
  name: 'marketing.campaignMember',
  icon: 'user-share',
  unique: [['campaign', 'contact']],
  indexes: [['campaign', 'status']],
  personal: { purpose: 'marketing', ground: 'legitimateInterest', months: 36 },
  derive: firstResponse,
  fields: {
    name: formula(
      'text',
      call('concat', path('contact.name'), literal('text', ' · '), path('campaign.name')),
    ),
    campaign: reference('marketing.campaign', { required: true, onDelete: 'cascade', timeline: false }),
    // Another reference may stand in its place.
    contact: reference<'parties.contact', boolean>('parties.contact', {
      required: true,
      onDelete: 'cascade',
    }),
    status: choice(memberStatuses, {
      required: true,
      default: 'planned',
      indexed: true,
      ends: ['attended', 'declined', 'bounced'],
    }),
    respondedAt: dateTime(),
    remark: text({ personal: 'communication' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'marketing.campaignMember': typeof campaignMember;
  }
}
