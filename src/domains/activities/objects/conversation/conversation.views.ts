import { defineViews } from '#kernel/view.ts';

export const conversationViews = defineViews(
  'activities.conversation',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['subject', 'channel', 'direction', 'contact.name', 'outcome', 'startedAt', 'owner.name'],
      sort: '-startedAt',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'channel', 'direction', 'contact.name', 'startedAt'],
      where: { owner: '$actor' },
      sort: '-startedAt',
    },
  ],
  {
    highlights: ['channel', 'direction', 'outcome', 'startedAt', 'owner'],
    sections: {
      details: ['subject', 'channel', 'regarding', 'contact', 'direction', 'outcome', 'owner', 'body'],
      time: ['startedAt', 'duration', 'cost'],
    },
  },
);
