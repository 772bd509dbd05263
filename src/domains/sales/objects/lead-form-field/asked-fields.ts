import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** What of a lead a stranger may fill in himself. */
export const askedFields = {
  name: 'blue',
  lastName: 'blue',
  firstName: 'blue',
  company: 'teal',
  title: 'teal',
  mobile: 'green',
  phone: 'green',
  email: 'violet',
  wechat: 'green',
  website: 'grey',
  industry: 'grey',
  employees: 'grey',
  interest: 'amber',
  description: 'amber',
} as const satisfies Record<string, ChoiceColor>;
