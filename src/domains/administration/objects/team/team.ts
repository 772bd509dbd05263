import type { ObjectFolder } from '#kernel/module.ts';
import { team } from './team.object.ts';

export const teamFolder: ObjectFolder = { object: team };
