import { defineViews } from '#kernel/view.ts';

export const touchViews = defineViews(
  'activities.touch',
  [
    {
      name: 'all',
      kind: 'table',
      columns: [
        'subject',
        'channel',
        'direction',
        'contact.name',
        'outcome',
        'duration',
        'cost',
        'at',
        'owner.name',
      ],
      sort: '-at',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'channel', 'direction', 'contact.name', 'outcome', 'duration', 'at'],
      where: { owner: '$actor' },
      sort: '-at',
    },
    {
      name: 'inbound',
      kind: 'table',
      columns: ['subject', 'channel', 'contact.name', 'outcome', 'at', 'owner.name'],
      where: { direction: 'inbound' },
      sort: '-at',
    },
    {
      name: 'byChannel',
      kind: 'board',
      columns: ['subject', 'contact.name', 'outcome', 'at'],
      groupBy: 'channel',
      sum: 'cost',
      sort: '-at',
    },
  ],
  {
    highlights: ['channel', 'direction', 'outcome', 'at', 'owner'],
    sections: {
      details: ['subject', 'record', 'regarding', 'contact', 'channel', 'direction', 'outcome', 'owner'],
      time: ['at', 'duration', 'cost'],
    },
  },
);
