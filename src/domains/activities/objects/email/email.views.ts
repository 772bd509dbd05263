import { defineViews } from '#kernel/view.ts';

export const emailViews = defineViews(
  'activities.email',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['subject', 'direction', 'from', 'to', 'regarding', 'sentAt', 'owner.name'],
      sort: '-sentAt',
    },
    {
      name: 'received',
      kind: 'table',
      columns: ['subject', 'from', 'regarding', 'sentAt', 'owner.name'],
      where: { direction: 'inbound' },
      sort: '-sentAt',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'direction', 'to', 'regarding', 'sentAt'],
      where: { owner: '$actor' },
      sort: '-sentAt',
    },
  ],
  {
    highlights: ['direction', 'status', 'sentAt', 'owner'],
    sections: {
      details: ['subject', 'from', 'to', 'cc', 'recipients', 'body'],
      result: ['regarding', 'contact', 'direction', 'status', 'outcome', 'sentAt', 'cost', 'owner'],
    },
  },
);
