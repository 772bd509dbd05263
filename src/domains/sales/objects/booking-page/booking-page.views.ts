import { defineViews } from '#kernel/view.ts';

export const bookingPageViews = defineViews(
  'sales.bookingPage',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'active', 'minutes', 'kind', 'location', 'meetingCount', 'owner.name'],
      sort: 'name',
    },
  ],
  {
    highlights: ['active', 'minutes', 'meetingCount', 'owner'],
    sections: {
      details: ['name', 'active', 'owner'],
      shown: [
        'title',
        'titleEnglish',
        'introduction',
        'introductionEnglish',
        'question',
        'questionEnglish',
        'consent',
        'consentEnglish',
      ],
      meeting: ['minutes', 'kind', 'location', 'strangers'],
      times: ['noticeHours', 'daysAhead', 'gapBefore', 'gapAfter', 'dailyLimit'],
    },
  },
);
