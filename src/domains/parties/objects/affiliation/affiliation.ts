import type { ObjectFolder } from '#kernel/module.ts';
import { affiliation } from './affiliation.object.ts';
import { affiliationViews } from './affiliation.views.ts';

export const affiliationFolder: ObjectFolder = {
  object: affiliation,
  views: affiliationViews,
};
