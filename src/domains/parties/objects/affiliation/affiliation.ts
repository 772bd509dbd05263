import type { ObjectFolder } from '#kernel/module.ts';
import { affiliation } from './affiliation.object.ts';
import { affiliationPolicy } from './affiliation.policy.ts';
import { affiliationViews } from './affiliation.views.ts';

export const affiliationFolder: ObjectFolder = {
  object: affiliation,
  policy: affiliationPolicy,
  views: affiliationViews,
};
