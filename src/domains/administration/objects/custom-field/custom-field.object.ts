import { defineObject } from '#kernel/object.ts';
import { definesFields } from '#kernel/traits/defines-fields.ts';

/** A field that the company has added to an object. */
export const customField = defineObject({
  name: 'administration.customField',
  icon: 'forms',
  nameField: 'label',
  defaultSort: 'object,position,createdAt',
  purpose: 'definition',
  configures: true,
  traits: [definesFields],
  fields: {},
  unique: [['name', 'object']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.customField': typeof customField;
  }
}
