import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { json } from '#kernel/field/json/json.ts';
import { roles } from '#kernel/field/multi-choice/roles.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** How the record page of an object is laid out, for whom and for which types of record; the first that fits counts. */
export const pageLayout = defineObject({
  name: 'administration.pageLayout',
  icon: 'layout-columns',
  defaultSort: 'object,position,createdAt',
  purpose: 'layout',
  configures: true,
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    object: objectChoice({ required: true, immutable: true }),
    /** Who sees records so; everybody when nobody is named. */
    roles: roles(),
    /** The names of the types of record that are shown so; all when none is named. */
    recordTypes: json({ names: { as: 'types', of: 'object' } }),
    settings: json({ names: { as: 'layout', of: 'object' } }),
    position: integer(),
  },
  unique: [['name', 'object']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.pageLayout': typeof pageLayout;
  }
}
