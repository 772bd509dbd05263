import type { ObjectFolder } from '#kernel/module.ts';
import { roleRight } from './role-right.object.ts';

export const roleRightFolder: ObjectFolder = { object: roleRight };
