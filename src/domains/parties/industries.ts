import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** The branches of business that companies are sorted by. */
export const industries = {
  manufacturing: 'blue',
  technology: 'violet',
  software: 'violet',
  telecommunications: 'violet',
  finance: 'green',
  retail: 'amber',
  medical: 'red',
  energy: 'orange',
  construction: 'orange',
  logistics: 'teal',
  education: 'teal',
  hospitality: 'amber',
  entertainment: 'amber',
  marketing: 'amber',
  employment: 'teal',
  services: 'teal',
  agriculture: 'green',
  government: 'grey',
  realEstate: 'orange',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;

/** How much attention a customer earns. */
export const tiers = { A: 'red', B: 'orange', C: 'blue', D: 'grey' } as const satisfies Record<
  string,
  ChoiceColor
>;
