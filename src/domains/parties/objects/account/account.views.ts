import { defineViews } from '#kernel/view.ts';

export const accountViews = defineViews(
  'parties.account',
  [
    {
      name: 'all',
      kind: 'table',
      columns: [
        'name',
        'lifecycle',
        'tier',
        'industry',
        'phone',
        'annualRevenue',
        'contactCount',
        'owner.name',
      ],
      where: { archivedAt: null },
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['name', 'lifecycle', 'tier', 'industry', 'phone', 'annualRevenue', 'contactCount'],
      where: { owner: '$actor', archivedAt: null },
      sort: 'name',
    },
    {
      name: 'customers',
      kind: 'table',
      columns: ['name', 'tier', 'industry', 'phone', 'annualRevenue', 'contactCount', 'owner.name'],
      where: { lifecycle: 'customer', archivedAt: null },
      sort: 'name',
    },
    {
      name: 'byLifecycle',
      kind: 'board',
      columns: ['name', 'industry', 'annualRevenue', 'owner.name'],
      where: { archivedAt: null },
      groupBy: 'lifecycle',
      sum: 'annualRevenue',
    },
    {
      name: 'onMap',
      kind: 'map',
      columns: ['name', 'lifecycle', 'industry', 'annualRevenue', 'owner.name'],
      where: { archivedAt: null },
    },
    {
      name: 'pool',
      kind: 'table',
      columns: ['name', 'tier', 'industry', 'phone', 'createdAt'],
      where: { owner: null, archivedAt: null },
    },
    {
      name: 'archived',
      kind: 'table',
      columns: ['name', 'lifecycle', 'industry', 'archivedAt', 'owner.name'],
      where: { archivedAt: { isNull: false } },
      sort: '-archivedAt',
    },
    {
      name: 'incomplete',
      kind: 'table',
      columns: ['name', 'completeness', 'lifecycle', 'industry', 'phone', 'owner.name'],
      where: { archivedAt: null },
      sort: 'completeness',
    },
  ],
  {
    highlights: ['lifecycle', 'tier', 'industry', 'annualRevenue', 'owner'],
    sections: {
      profile: ['name', 'kind', 'lifecycle', 'tier', 'industry', 'parent', 'owner', 'collaborators'],
      reach: ['phone', 'email', 'website', 'address', 'position'],
      business: ['annualRevenue', 'employees', 'yearEstablished', 'registrationNumber', 'externalId'],
      group: ['subsidiaryCount', 'subsidiaryRevenue', 'contactCount', 'archivedAt'],
      remarks: ['description', 'completeness'],
    },
    path: 'lifecycle',
  },
);
