import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { facility } from './facility.object.ts';

export const facilityFolder: ObjectFolder = {
  object: facility,
  policy: definePolicy('activities.facility', { [everyone]: { read: 'all' } }),
  views: defineViews(
    'activities.facility',
    [
      {
        name: 'active',
        kind: 'table',
        columns: ['name', 'kind', 'seats', 'place'],
        where: { active: true },
        sort: 'name',
      },
      { name: 'all', kind: 'table', columns: ['name', 'kind', 'seats', 'place', 'active'], sort: 'name' },
    ],
    { highlights: ['kind', 'seats', 'place'], opensOn: 'related' },
  ),
};
