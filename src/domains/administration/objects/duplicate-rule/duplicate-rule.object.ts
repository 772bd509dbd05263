import { defineObject } from '#kernel/object.ts';
import { definesLikenesses } from '#kernel/traits/defines-likenesses.ts';

/** By which field, read in which way, the company takes two records of an object for duplicates, and how far that convinces. */
export const duplicateRule = defineObject({
  name: 'administration.duplicateRule',
  icon: 'arrow-merge',
  nameField: 'field',
  defaultSort: 'object,field',
  purpose: 'likeness',
  configures: true,
  traits: [definesLikenesses],
  fields: {},
  unique: [['object', 'field', 'kind']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.duplicateRule': typeof duplicateRule;
  }
}
