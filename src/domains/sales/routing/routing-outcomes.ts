import type { ChoiceColor } from '#kernel/field/choice/choice.ts';

/** Why a lead has the owner that it was given, or none. */
export const routingOutcomes = {
  inTurn: 'blue',
  leastLoaded: 'teal',
  knownCustomer: 'green',
  nobodyFree: 'orange',
  cameBack: 'amber',
} as const satisfies Record<string, ChoiceColor>;

export type RoutingOutcome = keyof typeof routingOutcomes;
