import { defineObject } from '#kernel/object.ts';
import { definesRules } from '#kernel/traits/defines-rules.ts';

/** What the company demands of records of an object beyond what the product does; in force as long as it is active. */
export const validationRule = defineObject({
  name: 'administration.validationRule',
  icon: 'shield-check',
  defaultSort: 'object,name',
  purpose: 'rule',
  configures: true,
  traits: [definesRules],
  fields: {},
  unique: [['name', 'object']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.validationRule': typeof validationRule;
  }
}
