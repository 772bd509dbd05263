import { call, type Expression, literal, path } from './expression.ts';

/** How many of these fields are filled in, as a percentage: the completeness of a record. */
export function filledShare(fields: readonly string[]): Expression {
  const points = fields.map((name) =>
    call('if', call('isNull', path(name)), literal('number', '0'), literal('number', '1')),
  );
  const sum = points.reduce((total, point) => call('add', total, point));
  return call(
    'divide',
    call('multiply', sum, literal('number', '100')),
    literal('number', String(fields.length)),
  );
}
