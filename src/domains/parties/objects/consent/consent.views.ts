import { defineViews } from '#kernel/view.ts';

export const consentViews = defineViews(
  'parties.consent',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['purpose', 'decision', 'ways', 'person', 'subject', 'channel', 'language', 'givenAt'],
      sort: '-givenAt',
    },
    {
      name: 'withdrawn',
      kind: 'table',
      columns: ['purpose', 'person', 'subject', 'channel', 'givenAt'],
      where: { decision: { in: ['refused', 'withdrawn'] } },
      sort: '-givenAt',
    },
  ],
  {
    highlights: ['decision', 'purpose', 'person', 'givenAt'],
    sections: {
      details: [
        'purpose',
        'decision',
        'ways',
        'subject',
        'person',
        'text',
        'language',
        'legalBasis',
        'expiresOn',
      ],
      evidence: ['channel', 'givenAt', 'address', 'page', 'proof'],
    },
  },
);
