import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, type Expression, literal, path } from './expression/expression.ts';
import type { Field } from './field/field.ts';
import { formula } from './field/formula/formula.ts';
import { integer } from './field/integer/integer.ts';
import { money } from './field/money/money.ts';
import { reference } from './field/reference/reference.ts';
import { text } from './field/text/text.ts';
import { defineModule } from './module.ts';
import { defineObject } from './object.ts';
import { compose } from './registry.ts';

/** A shop whose price list has this formula beside a price, a fee and a number of pieces. */
function shopWith(made: Field) {
  const item = defineObject({
    name: 'shop.item',
    icon: 'tag',
    fields: {
      name: text(),
      price: money(),
      fee: money(),
      pieces: integer(),
      like: reference('shop.item' as never),
      made,
    },
  });
  return () =>
    compose(
      [
        defineModule({
          ...{ name: 'shop', depends: [], roles: [], navigation: [], locales: { en: {}, 'zh-CN': {} } },
          objects: [{ object: item }],
        }),
      ],
      'shop.item',
    );
}

const [price, fee, pieces] = [path('price'), path('fee'), path('pieces')];
const one = literal('number', '1');

describe('a formula over money', () => {
  const makesMoney: Readonly<Record<string, Expression>> = {
    'scaled by numbers': call('round', call('divide', call('multiply', pieces, price), one), one),
    'added up': call('subtract', call('add', price, fee), price),
    'whichever there is': call('coalesce', price, fee),
    'or nothing': call('if', call('gt', pieces, one), price, literal('number', null)),
    'of another record': call('multiply', path('like.price'), pieces),
  };
  for (const [what, tree] of Object.entries(makesMoney)) {
    it(`is money: ${what}`, () => {
      assert.doesNotThrow(shopWith(formula('money', tree)));
      assert.throws(shopWith(formula('decimal', tree)), /made is money and says that it is decimal/);
    });
  }

  const mixes: Readonly<Record<string, Expression>> = {
    'takes money and a number for one another': call('add', price, one),
    'multiplies money by money': call('multiply', price, fee),
    'divides a number by money': call('divide', pieces, price),
    'takes money and a number for one another (coalesce)': call('coalesce', price, literal('number', '0')),
    'takes money and a number for one another (if)': call('if', call('gt', pieces, one), price, pieces),
  };
  for (const [what, tree] of Object.entries(mixes)) {
    it(`is refused where it ${what}`, () => {
      for (const result of ['money', 'decimal'] as const)
        assert.throws(shopWith(formula(result, tree)), new RegExp(`made ${what.replace(/[()]/g, '\\$&')}`));
    });
  }

  it('is a number where money is divided by money, and says nothing else', () => {
    assert.doesNotThrow(shopWith(formula('decimal', call('divide', fee, price))));
    assert.throws(
      shopWith(formula('money', call('divide', fee, price))),
      /says that it is money and is none/,
    );
  });
});
