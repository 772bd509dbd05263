import { boolean } from '#kernel/field/boolean/boolean.ts';
import { richText } from '#kernel/field/rich-text/rich-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';

/** Text to begin with, in which `{account}` gives way to what the record says that it is written about. */
export const textTemplate = defineObject({
  name: 'activities.textTemplate',
  icon: 'file-text',
  defaultSort: 'name',
  purpose: 'template',
  traits: [ownable],
  fields: {
    name: text({ required: true, maxLength: 80, search: 'name' }),
    body: richText({ required: true }),
    everybody: boolean({ required: true, default: false }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.textTemplate': typeof textTemplate;
  }
}
