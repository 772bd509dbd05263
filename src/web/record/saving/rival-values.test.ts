import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rivalValues, sameValue } from './rival-values.ts';

test('CUS-17 only fields that both changed are in conflict', () => {
  const base = { phone: '0532 8893 9999', city: '青岛', owner: { id: 'u1', name: '李伟' } };
  const current = { phone: '0532 8800 0000', city: '青岛', owner: 'u1' };
  assert.deepEqual(rivalValues(base, current, { phone: '139', city: '上海', owner: 'u2' }), [
    { field: 'phone', mine: '139', theirs: '0532 8800 0000' },
  ]);
});

test('the same change made twice is no conflict', () => {
  assert.deepEqual(rivalValues({ phone: '1' }, { phone: '2' }, { phone: '2' }), []);
});

test('values are compared as they are written', () => {
  assert.ok(sameValue({ id: 'a1', name: '海尔集团' }, 'a1'));
  assert.ok(sameValue(null, undefined));
  assert.ok(sameValue({ amount: '1', currency: 'CNY' }, { currency: 'CNY', amount: '1' }));
  assert.ok(sameValue({ object: 'person', id: 'p1', name: '王芳' }, { object: 'person', id: 'p1' }));
  assert.ok(!sameValue(['a'], ['a', 'b']));
});
