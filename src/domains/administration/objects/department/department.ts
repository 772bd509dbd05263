import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { department } from './department.object.ts';

export const departmentFolder: ObjectFolder = {
  object: department,
  policy: definePolicy('administration.department', { everyone: { read: 'all' } }),
};
