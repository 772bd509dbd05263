import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** What kind of document an entry stands for. */
export const kinds = {
  quote: 'grey',
  order: 'blue',
  invoice: 'orange',
  payment: 'green',
  return: 'violet',
} as const satisfies Record<string, ChoiceColor>;

/** Where a document of any kind stands. */
export const standings = {
  draft: 'grey',
  sent: 'blue',
  accepted: 'green',
  declined: 'red',
  placed: 'blue',
  delivered: 'green',
  issued: 'blue',
  paid: 'green',
  received: 'green',
  completed: 'green',
  cancelled: 'red',
} as const satisfies Record<string, ChoiceColor>;
