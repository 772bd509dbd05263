import { definePolicy } from '#kernel/policy.ts';

export const teamPolicy = definePolicy('administration.team', {
  salesManager: { read: 'all' },
  salesRepresentative: { read: 'all' },
});
