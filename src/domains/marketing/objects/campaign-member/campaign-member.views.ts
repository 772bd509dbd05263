import { defineViews } from '#kernel/view.ts';
import { responses } from './member-status.ts';

export const campaignMemberViews = defineViews(
  'marketing.campaignMember',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'status', 'campaign.kind', 'campaign.startsOn', 'respondedAt', 'remark'],
    },
    {
      name: 'responded',
      kind: 'table',
      columns: ['name', 'status', 'campaign.kind', 'respondedAt', 'remark'],
      where: { status: { in: [...responses] } },
      sort: '-respondedAt',
    },
    {
      name: 'board',
      kind: 'board',
      columns: ['name', 'respondedAt', 'remark'],
      groupBy: 'status',
    },
  ],
  {
    highlights: ['status', 'campaign', 'contact', 'respondedAt'],
    sections: { details: ['campaign', 'contact', 'status', 'respondedAt', 'remark'] },
  },
);
