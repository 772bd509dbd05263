import type { ObjectFolder } from '#kernel/module.ts';
import { closeCase, reopenCase, resolveCase, takeCase } from './case.actions.ts';
import { serviceCase } from './case.object.ts';
import { casePolicy } from './case.policy.ts';
import { caseViews } from './case.views.ts';

export const caseFolder: ObjectFolder = {
  object: serviceCase,
  policy: casePolicy,
  views: caseViews,
  actions: [takeCase, resolveCase, closeCase, reopenCase],
};
