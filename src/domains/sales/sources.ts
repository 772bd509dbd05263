import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** How somebody first came to the company's notice. */
export const sources = {
  website: 'blue',
  webForm: 'blue',
  phone: 'teal',
  email: 'violet',
  wechat: 'green',
  socialMedia: 'green',
  exhibition: 'amber',
  businessCard: 'amber',
  referral: 'amber',
  advertisement: 'orange',
  partner: 'teal',
  purchased: 'grey',
  imported: 'grey',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;
