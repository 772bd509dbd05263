import { defineObject } from '#kernel/object.ts';
import { definesObjects } from '#kernel/traits/defines-objects.ts';

/** An object that the company has added. */
export const customObject = defineObject({
  name: 'administration.customObject',
  icon: 'box',
  nameField: 'label',
  defaultSort: 'position,createdAt',
  purpose: 'objectDefinition',
  configures: true,
  traits: [definesObjects],
  fields: {},
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.customObject': typeof customObject;
  }
}
