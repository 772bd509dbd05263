import { defineViews } from '#kernel/view.ts';

export const noteViews = defineViews(
  'activities.note',
  [
    { name: 'all', kind: 'table', columns: ['subject', 'regarding', 'pinned', 'owner.name', 'createdAt'] },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'regarding', 'pinned', 'createdAt'],
      where: { owner: '$actor' },
    },
  ],
  { highlights: ['owner'], sections: { details: ['subject', 'body', 'regarding', 'pinned', 'owner'] } },
);
