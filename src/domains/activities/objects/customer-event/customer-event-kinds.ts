import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** What can happen on a customer's side. */
export const customerEventKinds = {
  complaint: 'red',
  outage: 'red',
  deliveryDelay: 'orange',
  paymentOverdue: 'orange',
  contractEnd: 'amber',
  tender: 'violet',
  leadershipChange: 'violet',
  relocation: 'teal',
  expansion: 'green',
  anniversary: 'blue',
  birthday: 'blue',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;
