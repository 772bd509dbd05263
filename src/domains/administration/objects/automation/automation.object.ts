import { defineObject } from '#kernel/object.ts';
import { definesAutomations } from '#kernel/traits/defines-automations.ts';

/** What follows when something happens to a record, as the company draws it; in force as long as it is active. */
export const automation = defineObject({
  name: 'administration.automation',
  icon: 'git-branch',
  defaultSort: 'object,name',
  purpose: 'automation',
  configures: true,
  traits: [definesAutomations],
  fields: {},
  unique: [['name', 'object']],
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'administration.automation': typeof automation;
  }
}
