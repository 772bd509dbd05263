import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { richText } from '#kernel/field/rich-text/rich-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';
import { discussing } from '#kernel/traits/discussing.ts';
import { openingOf } from '../../opening-of.ts';
import { mentionedIn } from './mentioned-in.ts';

/** What somebody says about a record to his colleagues; an answer stands under what it answers. */
export const comment = defineObject({
  name: 'activities.comment',
  icon: 'message',
  nameField: 'subject',
  purpose: 'comment',
  traits: [discussing],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  derive: ({ body }) =>
    typeof body === 'string' ? { subject: openingOf(body), mentions: mentionedIn(body) } : {},
  fields: {
    body: richText({ required: true, search: 'text', personal: 'communication' }),
    /** What it answers; an answer to an answer belongs to the same thread. */
    thread: reference('activities.comment', { immutable: true, onDelete: 'cascade', timeline: false }),
    author: user({ default: '$actor', readOnly: true }),
    /** Those whom its text names. */
    mentions: manyToMany('administration.user', { readOnly: true, bookkeeping: true, timeline: false }),
    /** Its first words, by which it is called. */
    subject: text({ readOnly: true, bookkeeping: true, personal: 'communication' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.comment': typeof comment;
  }
}
