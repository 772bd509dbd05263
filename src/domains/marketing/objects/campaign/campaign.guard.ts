import { defineGuard } from '#kernel/guard.ts';

/** It does not end before it has begun. */
export const campaignGuard = defineGuard({
  object: 'marketing.campaign',
  fields: ['startsOn', 'endsOn'],
  check: ({ after: { startsOn, endsOn } }) =>
    startsOn !== null && endsOn !== null && endsOn < startsOn
      ? [{ field: 'endsOn', code: 'beforeItBegins' }]
      : [],
});
