import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** Why deals are won. */
export const winReasons = {
  product: 'green',
  price: 'green',
  service: 'green',
  relationship: 'green',
  brand: 'green',
  delivery: 'green',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;

/** Why deals are lost. */
export const lossReasons = {
  price: 'red',
  competitor: 'red',
  productFit: 'orange',
  noBudget: 'amber',
  noDecision: 'amber',
  timing: 'amber',
  relationship: 'orange',
  delivery: 'orange',
  other: 'grey',
} as const satisfies Record<string, ChoiceColor>;
