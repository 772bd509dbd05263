import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { call, type Expression, given, literal, path } from '../expression.ts';
import { ExpressionFault } from './expression-fault.ts';
import { meaningOf } from './meaning-of.ts';
import { parseExpression } from './parse-expression.ts';
import { printExpression } from './print-expression.ts';

const name = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}(_c)?(\.[a-z][a-zA-Z]{0,6}){0,2}$/).filter(isPath);

function isPath(text: string): boolean {
  return text
    .split('.')
    .every((part) => !['and', 'or', 'not', 'in', 'true', 'false', 'empty'].includes(part));
}

const number = fc.stringMatching(/^(-)?\d{1,10}(\.\d{1,6})?$/);
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  name.map(path),
  number.map((value) => literal('number', value)),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => literal('text', value)),
  fc.boolean().map((value) => literal('boolean', value)),
  fc.constantFrom(literal('text', null), given('today'), given('now'), given('actor')),
  fc.constantFrom(literal('date', '2026-02-28'), literal('instant', '2026-12-31T09:00:00+00:00')),
  fc
    .tuple(number, fc.constantFrom('CNY', 'USD'))
    .map(([amount, currency]) => literal('number', { amount, currency })),
);

const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
  const node = tie('tree');
  const pair = fc.tuple(node, node);
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(node, { minLength: 2, maxLength: 3 }))
        .map(([word, inputs]) => call(word, ...inputs)),
      node.map((input) => call('not', input)),
      fc
        .tuple(
          fc.constantFrom(
            ...(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'add', 'subtract', 'multiply', 'divide'] as const),
          ),
          pair,
        )
        .map(([sign, inputs]) => call(sign, ...inputs)),
      fc
        .tuple(node, fc.array(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 3 }))
        .map(([left, items]) => call('in', left, literal('list', items))),
      fc
        .tuple(
          fc.constantFrom(
            ...(['contains', 'startsWith', 'has', 'daysBetween', 'concat', 'coalesce'] as const),
            ...(['endsWith', 'least', 'greatest', 'remainder', 'addMonths', 'startOf'] as const),
          ),
          pair,
        )
        .map(([word, inputs]) => call(word, ...inputs)),
      fc.tuple(node, node, node).map((inputs) => call('if', ...inputs)),
      node.map((input) => call('isNull', input)),
      node.map((input) => call('currency', input)),
      node.map((input) => call('absolute', input)),
      fc.tuple(node, literalPlaces()).map((inputs) => call('round', ...inputs)),
    ),
  };
});

function literalPlaces(): fc.Arbitrary<Expression> {
  return fc.integer({ min: 0, max: 12 }).map((places) => literal('number', String(places)));
}

test('CUS-03 a tree that is written as text reads back as the same tree', () => {
  fc.assert(
    fc.property(tree, (written) => {
      assert.deepEqual(parseExpression(printExpression(written)).tree, written);
    }),
  );
});

test('CUS-03 a text that is read and written again says the same', () => {
  fc.assert(
    fc.property(tree, (written) => {
      const text = printExpression(written);
      assert.equal(printExpression(parseExpression(text).tree), text);
    }),
  );
});

test('CUS-03 whatever is put in is understood or refused at a place within it, soon', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '(',
      ')',
      'and',
      'not ',
      '"',
      '“',
      '-',
      '*',
      'if(',
      ', ',
      'amount',
      '1.5',
      'in',
      '\u0000',
      '且',
    ),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (put) => {
      refusedOrNot(put);
    }),
    { numRuns: 500 },
  );
  for (const hostile of [
    '('.repeat(4000),
    'not '.repeat(1000),
    '-'.repeat(4000),
    'if('.repeat(1300),
    'amount+'.repeat(571),
    `"${'\\'.repeat(3998)}`,
    '1'.repeat(4000),
    'x'.repeat(5_000_000),
    '\u202e\u0000\ufeff𝕏',
    `concat(${'"a",'.repeat(900)}"a")`,
  ])
    assert.ok(refusedOrNot(hostile), hostile.slice(0, 40));
});

/** The fault, if there is one; anything but a fault within the text would be a mistake of ours. */
function refusedOrNot(text: string): ExpressionFault | undefined {
  try {
    meaningOf(text, () => ({ type: 'money', required: false }));
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ExpressionFault, String(error));
    assert.ok(error.span.from >= 0 && error.span.from <= error.span.to && error.span.to <= text.length);
    return error;
  }
}
