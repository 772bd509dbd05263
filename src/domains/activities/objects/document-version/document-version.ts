import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { documentVersion } from './document-version.object.ts';

/** Has the rights of the file that it was, and stays as it is. */
export const documentVersionFolder: ObjectFolder = {
  object: documentVersion,
  policy: definePolicy('activities.documentVersion', { [everyone]: { read: 'all' } }),
  views: defineViews(
    'activities.documentVersion',
    [
      {
        name: 'all',
        kind: 'table',
        columns: ['name', 'document', 'number', 'author.name', 'broughtAt', 'remark'],
      },
    ],
    {
      highlights: ['number', 'author', 'broughtAt'],
      sections: { details: ['content', 'document', 'remark'] },
    },
  ),
};
