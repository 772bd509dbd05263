import { defineViews } from '#kernel/view.ts';

export const meetingViews = defineViews(
  'activities.meeting',
  [
    {
      name: 'upcoming',
      kind: 'table',
      columns: ['subject', 'kind', 'startsAt', 'nextAt', 'location', 'regarding', 'owner.name'],
      where: { status: 'planned', or: [{ startsAt: { gte: '$now' } }, { nextAt: { gte: '$now' } }] },
      sort: 'startsAt',
    },
    {
      name: 'calendar',
      kind: 'calendar',
      columns: ['subject', 'kind', 'location', 'owner.name'],
      groupBy: 'startsAt',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'kind', 'status', 'startsAt', 'location', 'regarding'],
      where: { or: [{ owner: '$actor' }, { colleagues: { contains: '$actor' } }] },
      sort: '-startsAt',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['subject', 'kind', 'status', 'startsAt', 'location', 'outcome', 'owner.name'],
      sort: '-startsAt',
    },
  ],
  {
    highlights: ['status', 'kind', 'startsAt', 'location', 'owner'],
    sections: {
      details: [
        'subject',
        'kind',
        'regarding',
        'contact',
        'attendees',
        'sendInvitations',
        'colleagues',
        'facilities',
        'owner',
      ],
      time: [
        'startsAt',
        'endsAt',
        'duration',
        'repeats',
        'nextAt',
        'series',
        'location',
        'remindBefore',
        'remindAt',
      ],
      result: ['status', 'direction', 'outcome', 'cost', 'description'],
    },
    path: 'status',
  },
);
