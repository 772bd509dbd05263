import { call, type Expression, given, literal, path } from '#kernel/expression/expression.ts';
import { openStages } from '../../stages/stages.ts';

const open = call('in', path('stage'), literal('list', openStages));
const days = call('daysBetween', path('stageSince'), given('today'));
const nothing: Expression = literal('number', null);

/** The amount weighed by how likely it is. */
export const expectedAmount = call(
  'round',
  call('multiply', path('amount'), call('divide', path('probability'), literal('number', '100'))),
  literal('number', '2'),
);

export const daysInStage = call('if', open, days, nothing);

/** Longer in its stage than the pipeline allows. */
export const stageOverdue = call('and', open, call('gt', days, path('stageLimit')));
