import { defineViews } from '#kernel/view.ts';

export const commentViews = defineViews(
  'activities.comment',
  [
    { name: 'all', kind: 'table', columns: ['subject', 'regarding', 'author.name', 'createdAt'] },
    {
      name: 'mentionsMe',
      kind: 'table',
      columns: ['subject', 'regarding', 'author.name', 'createdAt'],
      where: { mentions: { contains: '$actor' } },
    },
  ],
  { highlights: ['author', 'regarding'], sections: { details: ['body'], thread: ['thread'] } },
);
