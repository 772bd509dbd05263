import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { teamGuard } from './team.guard.ts';
import { team } from './team.object.ts';

export const teamFolder: ObjectFolder = {
  object: team,
  guard: teamGuard,
  policy: definePolicy('administration.team', { everyone: { read: 'all' } }),
};
