import assert from 'node:assert/strict';
import { it } from 'node:test';
import { call, path } from './expression/expression.ts';
import { boolean } from './field/boolean/boolean.ts';
import { decimal } from './field/decimal/decimal.ts';
import type { Total } from './field/field.ts';
import { formula } from './field/formula/formula.ts';
import { money } from './field/money/money.ts';
import { reference } from './field/reference/reference.ts';
import { text } from './field/text/text.ts';
import { defineModule } from './module.ts';
import { defineObject } from './object.ts';
import type { ObjectName } from './object-name.ts';
import { compose } from './registry.ts';

/** A purse whose total is this one, with coins in it. */
function purseWith(total: Partial<Total>) {
  const object = 'till.coin' as ObjectName;
  const purse = defineObject({
    name: 'till.purse',
    icon: 'box',
    fields: { name: text(), inside: money({ total: { object, by: 'purse', field: 'value', ...total } }) },
  });
  const coin = defineObject({
    name: 'till.coin',
    icon: 'coin',
    fields: {
      name: text(),
      purse: reference('till.purse' as ObjectName),
      beside: reference('till.coin' as ObjectName),
      value: money(),
      weight: decimal(),
      spent: boolean(),
      doubled: formula('money', call('add', path('value'), path('value'))),
    },
  });
  const rest = { depends: [], roles: [], navigation: [], locales: { en: {}, 'zh-CN': {} } };
  const till = defineModule({ name: 'till', ...rest, objects: [{ object: purse }, { object: coin }] });
  return () => compose([till], 'till.purse');
}

it('a total is kept of numbers that are stored in records that lead to it', () => {
  assert.doesNotThrow(purseWith({}));
  assert.doesNotThrow(purseWith({ where: { spent: false } }));
});

const refused: Readonly<Record<string, readonly [total: Partial<Total>, why: RegExp]>> = {
  'a formula': [{ field: 'doubled' }, /till\.purse: inside adds up till\.coin\.doubled, which is not stored/],
  'what is missing': [{ field: 'worth' }, /inside adds up till\.coin\.worth, which is missing/],
  'what is no number': [{ field: 'spent' }, /inside adds up till\.coin\.spent, which is no number/],
  'numbers as if they were money': [{ field: 'weight' }, /only one of the two is money/],
  'records that lead elsewhere': [{ by: 'beside' }, /till\.coin\.beside, which does not lead to till\.purse/],
  'records picked by a formula': [{ where: { doubled: 1 } }, /till\.coin\.doubled, which is not stored/],
  'records picked by other records': [
    { where: { 'beside.spent': false } },
    /beside\.spent, which is missing/,
  ],
};
for (const [what, [total, why]] of Object.entries(refused))
  it(`a total of ${what} is refused when the product is composed`, () => {
    assert.throws(purseWith(total), why);
  });
