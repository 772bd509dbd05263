import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { textTemplate } from './text-template.object.ts';

/** Everybody keeps templates of his own and may offer them to all. */
export const textTemplateFolder: ObjectFolder = {
  object: textTemplate,
  policy: definePolicy('activities.textTemplate', {
    [everyone]: {
      read: { or: [{ owner: '$actor' }, { everybody: true }] },
      create: true,
      update: 'own',
      delete: 'own',
    },
  }),
  views: defineViews(
    'activities.textTemplate',
    [{ name: 'all', kind: 'table', columns: ['name', 'everybody', 'owner.name', 'updatedAt'] }],
    { sections: { details: ['name', 'body', 'everybody', 'owner'] } },
  ),
};
