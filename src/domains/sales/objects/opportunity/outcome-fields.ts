import { call, literal, path } from '#kernel/expression/expression.ts';
import type { FieldRule } from '#kernel/field-rule.ts';

/** Why a deal was won or lost is asked once it is. */
export const outcomeFields: readonly FieldRule<'winReason' | 'lossReason'>[] = [
  { effect: 'shown', fields: ['winReason'], when: call('eq', path('stage'), literal('text', 'won')) },
  { effect: 'shown', fields: ['lossReason'], when: call('eq', path('stage'), literal('text', 'lost')) },
];
