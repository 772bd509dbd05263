import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { absenceGuard } from './absence.guard.ts';
import { absence } from './absence.object.ts';
import { absenceViews } from './absence.views.ts';

const below = { person: { in: '$team' } };

/** Everybody sees who is away, and says so for himself and for those below. */
export const absenceFolder: ObjectFolder = {
  object: absence,
  policy: definePolicy('administration.absence', {
    everyone: { read: 'all', create: true, update: below, delete: below },
  }),
  views: absenceViews,
  guard: absenceGuard,
};
