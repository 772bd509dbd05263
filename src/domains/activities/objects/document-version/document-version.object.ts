import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { file } from '#kernel/field/file/file.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';
import { nameOfFile } from '../document/name-of-file.ts';

/** What a file was before another version came in its place. */
export const documentVersion = defineObject({
  name: 'activities.documentVersion',
  icon: 'history',
  purpose: 'documentVersion',
  partOf: 'document',
  defaultSort: '-number',
  unique: [['document', 'number']],
  personal: { purpose: 'relations', ground: 'legitimateInterest', months: 36 },
  derive: ({ content }) => ({ name: nameOfFile(content) }),
  fields: {
    document: reference('activities.document', {
      required: true,
      immutable: true,
      onDelete: 'cascade',
      timeline: false,
    }),
    number: integer({ required: true, immutable: true }),
    content: file({ required: true, immutable: true, personal: 'communication' }),
    name: text({ readOnly: true, bookkeeping: true, personal: 'communication' }),
    remark: text({ personal: 'communication' }),
    author: user({ readOnly: true }),
    broughtAt: dateTime({ readOnly: true }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.documentVersion': typeof documentVersion;
  }
}
