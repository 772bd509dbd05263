import { defineViews } from '#kernel/view.ts';

export const contactViews = defineViews(
  'parties.contact',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'account.name', 'title', 'mobile', 'email', 'tier', 'owner.name'],
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['name', 'account.name', 'title', 'mobile', 'email', 'tier'],
      where: { owner: '$actor' },
      sort: 'name',
    },
    {
      name: 'recent',
      kind: 'table',
      columns: ['name', 'account.name', 'title', 'mobile', 'updatedAt'],
      where: { updatedAt: { in: 'last30Days' } },
      sort: '-updatedAt',
    },
    {
      name: 'birthdays',
      kind: 'calendar',
      columns: ['name', 'account.name', 'mobile'],
      where: { birthday: { isNull: false } },
      groupBy: 'birthday',
    },
    {
      name: 'incomplete',
      kind: 'table',
      columns: ['name', 'completeness', 'account.name', 'title', 'mobile', 'email', 'owner.name'],
      sort: 'completeness',
    },
  ],
  {
    highlights: ['account', 'title', 'mobile', 'email', 'owner'],
    sections: {
      person: ['lastName', 'firstName', 'account', 'title', 'department', 'reportsTo', 'tier', 'owner'],
      reach: [
        'mobile',
        'phone',
        'email',
        'otherEmail',
        'wechat',
        'preferredChannel',
        'doNotContact',
        'address',
        'position',
      ],
      permissions: ['marketingByEmail', 'marketingByPhone', 'marketingByWechat', 'newsletterByEmail'],
      remarks: ['birthday', 'nationalId', 'externalId', 'description', 'completeness'],
    },
  },
);
