import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compose, objectNamed } from '#kernel/registry.ts';
import { museum } from '#test/specimens/specimens.ts';
import { asSystem } from '../access/actor.ts';
import { shownValue } from './shown-value.ts';

const registry = compose([museum], 'museum.cabinet');
const workspace = {
  ...{ name: 'main', label: '恒岳', schema: 'ws_main', timeZone: 'Asia/Shanghai' },
  ...{ currency: 'CNY', rates: { CNY: '1', USD: '7.12' } },
};
const shown = (object: string, path: string, value: unknown) =>
  shownValue(
    { registry, workspace, actor: asSystem('A test reads.') },
    objectNamed(registry, object),
    path,
    value,
  );

describe('a value in words', () => {
  it('is an amount in its own currency, and a sum of amounts in the company’s', () => {
    const dollars = { amount: '1054.00', currency: 'USD' };
    assert.equal(shown('specimen', 'price', dollars), 'USD 1054.00');
    assert.equal(shown('specimen', 'risk', dollars), 'USD 1054.00');
    assert.equal(shown('cabinet', 'worth', '7504.48'), 'CNY 7504.48');
    assert.equal(shown('specimen', 'cabinet.worth', '7504.48'), 'CNY 7504.48');
  });

  it('is nothing where there is none', () => {
    for (const name of objectNamed(registry, 'specimen').allFields.keys())
      assert.equal(shown('specimen', name, null), '', name);
  });
});
