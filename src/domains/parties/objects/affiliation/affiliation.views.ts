import { defineViews } from '#kernel/view.ts';

export const affiliationViews = defineViews(
  'parties.affiliation',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['contact.name', 'account.name', 'role', 'title', 'isPrimary', 'startedOn', 'endedOn'],
    },
  ],
  {
    highlights: ['contact', 'account', 'role'],
    sections: { details: ['contact', 'account', 'role', 'title', 'startedOn', 'endedOn'] },
  },
);
