import { boolean } from '#kernel/field/boolean/boolean.ts';
import { richText } from '#kernel/field/rich-text/rich-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { activity } from '#kernel/traits/activity.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { openingOf } from '../../opening-of.ts';

/** Something worth keeping about a record. */
export const note = defineObject({
  name: 'activities.note',
  icon: 'note',
  nameField: 'subject',
  traits: [activity, ownable],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  derive: ({ subject, body }) =>
    (subject ?? null) === null && typeof body === 'string' ? { subject: openingOf(body) } : {},
  fields: {
    subject: text({ search: 'text', personal: 'communication' }),
    body: richText({ required: true, search: 'text', personal: 'communication' }),
    pinned: boolean({ required: true, default: false }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.note': typeof note;
  }
}
