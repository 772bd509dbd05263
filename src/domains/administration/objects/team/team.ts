import type { ObjectFolder } from '#kernel/module.ts';
import { team } from './team.object.ts';
import { teamPolicy } from './team.policy.ts';

export const teamFolder: ObjectFolder = { object: team, policy: teamPolicy };
