import { boolean } from '#kernel/field/boolean/boolean.ts';
import { objectChoice } from '#kernel/field/choice/object-choice.ts';
import { json } from '#kernel/field/json/json.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { audienceOf, recipientFields, recipientRules } from '../../sharing/recipient.ts';

/** Shares every record that its condition finds, or assigns them to a territory; in force as long as it is active. */
export const sharingRule = defineObject({
  name: 'administration.sharingRule',
  icon: 'filter-share',
  defaultSort: 'name',
  purpose: 'sharingRule',
  configures: true,
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    object: objectChoice({ required: true, owned: true }),
    where: json({ names: { as: 'condition', of: 'object' } }),
    ...recipientFields,
    active: boolean({ required: true, default: true }),
  },
  derive: audienceOf,
  rules: recipientRules,
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.sharingRule': typeof sharingRule;
  }
}
