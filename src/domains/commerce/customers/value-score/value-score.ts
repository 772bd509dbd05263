import { call, type Expression, given, literal, path } from '#kernel/expression/expression.ts';

/**
 * What a customer is worth by what he buys: how recently, how often and how much, each from 1 to 5 and added up to at
 * most 15 (RFM: Hughes, “Strategic Database Marketing”, 1994; with fixed classes instead of fifths of all customers, as in
 * Miglautsch, “Thoughts on RFM scoring”, Journal of Database Marketing 8, 2000, so that the score of one customer does not
 * change when another buys). Each sign is a field of its own, so that the score says why. Empty for somebody who has not
 * bought yet.
 */

const number = (value: number) => literal('number', String(value));

/** 5 points from the first limit on, 4 from the second, down to 1 beyond all of them. */
function points(reaches: (limit: number) => Expression, limits: readonly number[]): Expression {
  return limits.reduceRight<Expression>(
    (less, limit, place) => call('if', reaches(limit), number(5 - place), less),
    number(1),
  );
}

/** Days since the last order. */
export const recencyLimits = [30, 90, 180, 365];
/** Orders of the last 365 days. */
export const frequencyLimits = [12, 6, 3, 2];
/** Amount of these orders in the workspace’s currency. */
export const monetaryLimits = [1_000_000, 200_000, 50_000, 10_000];

const sinceLastOrder = call('daysBetween', path('lastOrderOn'), given('today'));

export const recencyScore = ifBought(
  points((limit) => call('lte', sinceLastOrder, number(limit)), recencyLimits),
);

export const frequencyScore = ifBought(
  points((limit) => call('gte', path('ordersLastYear'), number(limit)), frequencyLimits),
);

export const monetaryScore = ifBought(
  points((limit) => call('gte', path('orderedLastYear'), number(limit)), monetaryLimits),
);

export const valueScore = call(
  'add',
  path('recencyScore'),
  call('add', path('frequencyScore'), path('monetaryScore')),
);

function ifBought(score: Expression): Expression {
  return call('if', call('gt', path('orderCount'), number(0)), score, literal('number', null));
}
