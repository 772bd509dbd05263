import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

type Colours = Record<string, ChoiceColor>;

/** What somebody wants. */
export const kinds = {
  question: 'blue',
  problem: 'orange',
  complaint: 'red',
  request: 'teal',
} as const satisfies Colours;

/** How it reached us. */
export const channels = {
  phone: 'blue',
  email: 'teal',
  wechat: 'green',
  website: 'violet',
  visit: 'amber',
  other: 'grey',
} as const satisfies Colours;

export const priorities = {
  low: 'grey',
  normal: 'blue',
  high: 'orange',
  urgent: 'red',
} as const satisfies Colours;
