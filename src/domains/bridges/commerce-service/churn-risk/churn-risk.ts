import { call, type Expression, given, literal, path } from '#kernel/expression/expression.ts';

/**
 * How likely a customer is to be lost, in percent, as three published signs added up: the pause since the last order
 * against the customer’s own rhythm (the interpurchase time that Buckinx and Van den Poel found to tell partial
 * defectors, “Customer base analysis”, European Journal of Operational Research 164, 2005), silence (the recency of
 * RFM: Hughes, “Strategic Database Marketing”, 1994), and complaints that nobody has answered yet (Fornell and
 * Wernerfelt, “Defensive marketing strategy by customer complaint management”, Journal of Marketing Research 24, 1987).
 * Each sign is a field of its own, so that the score says why. Empty for somebody who has not bought yet.
 */

const number = (value: number) => literal('number', String(value));

/** No less than nothing and no more than `most`. */
function within(value: Expression, most: number): Expression {
  const notNegative = call('if', call('gt', value, number(0)), value, number(0));
  return call('if', call('gt', value, number(most)), number(most), notNegative);
}

/** Days from one order to the next: the customer’s own where there are several, half a year where there is one, a week at least. */
const rhythm = call(
  'if',
  call('gte', path('daysBetweenOrders'), number(7)),
  path('daysBetweenOrders'),
  call('if', call('gt', path('orderCount'), number(1)), number(7), number(182)),
);

/** How many times the usual interval has passed since the last order. */
export const pause = call('divide', call('daysBetween', path('lastOrderOn'), given('today')), rhythm);

/** 30 points for each interval missed, up to 60. */
export const riskOfPause = within(
  call('multiply', call('subtract', path('orderPause'), number(1)), number(30)),
  60,
);

/** A point for every four days without a word after the first thirty, up to 20. */
export const riskOfSilence = call(
  'if',
  call('isNull', path('lastTouchAt')),
  number(20),
  within(
    call(
      'divide',
      call('subtract', call('daysBetween', path('lastTouchAt'), given('now')), number(30)),
      number(4),
    ),
    20,
  ),
);

/** 10 points for each open complaint, up to 20. */
export const riskOfComplaints = within(call('multiply', path('openComplaints'), number(10)), 20);

export const churnRisk = call(
  'if',
  call('gt', path('orderCount'), number(0)),
  call('add', path('riskOfPause'), call('add', path('riskOfSilence'), path('riskOfComplaints'))),
  literal('number', null),
);
