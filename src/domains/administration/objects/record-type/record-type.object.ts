import { boolean } from '#kernel/field/boolean/boolean.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { json } from '#kernel/field/json/json.ts';
import { roles } from '#kernel/field/multi-choice/roles.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { nameOfType } from './name-of-type.ts';

/** A kind of record that the company tells apart: new business and renewal among opportunities. */
export const recordType = defineObject({
  name: 'administration.recordType',
  icon: 'versions',
  nameField: 'label',
  defaultSort: 'object,position,createdAt',
  purpose: 'recordType',
  configures: true,
  fields: {
    object: objectChoice({ required: true, immutable: true }),
    /** The value that records keep; made from the label when none is given. */
    name: text({ required: true, immutable: true, maxLength: 60, search: 'text' }),
    label: text({ readOnly: true, search: 'text' }),
    labelZh: text({ maxLength: 60 }),
    labelEn: text({ maxLength: 60 }),
    color: choice({
      grey: 'grey',
      blue: 'blue',
      teal: 'teal',
      green: 'green',
      amber: 'amber',
      orange: 'orange',
      red: 'red',
      violet: 'violet',
    }),
    standard: boolean({ required: true, default: false }),
    /** Who may make such records; everybody who may make records of the object when nobody is named. */
    roles: roles(),
    /** `{"stage":{"allowed":["new","won"],"default":"new"}}` */
    values: json({ names: { as: 'limits', of: 'object' } }),
    position: integer(),
  },
  unique: [['name', 'object']],
  derive: ({ name, labelZh, labelEn }) => {
    const label = labelZh ?? labelEn ?? name;
    return { label, name: name ?? nameOfType(String(labelEn ?? labelZh ?? '')) };
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.recordType': typeof recordType;
  }
}
