import { defineViews } from '#kernel/view.ts';

const live = { status: { in: ['planned', 'inProgress'] } };

export const campaignViews = defineViews(
  'marketing.campaign',
  [
    {
      name: 'live',
      kind: 'table',
      columns: [
        'name',
        'kind',
        'status',
        'startsOn',
        'endsOn',
        'memberCount',
        'responseCount',
        'responseRate',
        'owner.name',
      ],
      where: live,
      sort: 'startsOn',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['name', 'kind', 'status', 'startsOn', 'endsOn', 'memberCount', 'responseCount', 'budget'],
      where: { owner: '$actor' },
      sort: '-startsOn',
    },
    {
      name: 'board',
      kind: 'board',
      columns: ['name', 'kind', 'startsOn', 'owner.name'],
      groupBy: 'status',
      sort: '-startsOn',
    },
    { name: 'calendar', kind: 'calendar', columns: ['name', 'kind', 'owner.name'], groupBy: 'startsOn' },
    {
      name: 'results',
      kind: 'table',
      columns: [
        'name',
        'kind',
        'memberCount',
        'responseCount',
        'expectedResponses',
        'responseRate',
        'actualCost',
        'costPerResponse',
      ],
      where: { status: 'completed' },
      sort: '-startsOn',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'kind', 'status', 'parent.name', 'startsOn', 'endsOn', 'memberCount', 'owner.name'],
      sort: '-startsOn',
    },
  ],
  {
    highlights: ['kind', 'startsOn', 'endsOn', 'memberCount', 'responseCount', 'responseRate', 'owner'],
    sections: {
      details: ['name', 'kind', 'status', 'parent', 'audience', 'owner', 'description'],
      time: ['startsOn', 'endsOn'],
      money: ['budget', 'actualCost', 'costPerResponse'],
      outcome: ['memberCount', 'responseCount', 'expectedResponses', 'responseRate'],
      remarks: ['externalId'],
    },
    path: 'status',
    opensOn: 'related',
  },
);
