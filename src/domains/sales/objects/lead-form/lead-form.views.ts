import { defineViews } from '#kernel/view.ts';

export const leadFormViews = defineViews(
  'sales.leadForm',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'active', 'source', 'campaign', 'leadCount'],
      sort: 'name',
    },
  ],
  {
    highlights: ['active', 'leadCount', 'source'],
    sections: {
      details: ['name', 'active', 'language', 'description'],
      shown: [
        'title',
        'titleEnglish',
        'introduction',
        'introductionEnglish',
        'button',
        'buttonEnglish',
        'thanks',
        'thanksEnglish',
        'redirect',
      ],
      reply: ['replySubject', 'replyText'],
      where: ['origins'],
      leads: ['source', 'campaign', 'routingRule'],
    },
  },
);
