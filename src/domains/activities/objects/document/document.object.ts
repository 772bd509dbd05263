import { choice } from '#kernel/field/choice/choice.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { file } from '#kernel/field/file/file.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';
import { discussing } from '#kernel/traits/discussing.ts';
import { nameOfFile } from './name-of-file.ts';

/** A file on a record, in its newest version; what it was before is kept as versions. */
export const document = defineObject({
  name: 'activities.document',
  icon: 'file',
  purpose: 'document',
  traits: [discussing],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  derive: ({ name, content }) => ((name ?? null) === null ? { name: nameOfFile(content) } : {}),
  fields: {
    content: file({ required: true, personal: 'communication' }),
    name: text({ search: 'name', personal: 'communication' }),
    category: choice({
      agreement: 'violet',
      offer: 'blue',
      billing: 'amber',
      report: 'teal',
      drawing: 'orange',
      picture: 'green',
    }),
    description: longText({ search: 'text', personal: 'communication' }),
    /** Which version it is, counted from one. */
    number: integer({ readOnly: true, default: 1 }),
    /** What is new in this version. */
    remark: text({ personal: 'communication' }),
    /** Who brought this version, and when. */
    author: user({ readOnly: true, default: '$actor', bookkeeping: true }),
    broughtAt: dateTime({ readOnly: true, default: '$now', bookkeeping: true }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.document': typeof document;
  }
}
