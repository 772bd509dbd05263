import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveLimit } from './limit.ts';
import { asTarget, targetIds } from './target.ts';

test('a reference is read bare and with its name', () => {
  assert.deepEqual(asTarget('company', 'a1'), { object: 'company', id: 'a1' });
  const nested = { id: 'a1', title: '海尔集团' };
  assert.deepEqual(asTarget('company', nested, 'title'), { object: 'company', id: 'a1', name: '海尔集团' });
  assert.deepEqual(asTarget('', { object: 'person', id: 'p1' }), { object: 'person', id: 'p1' });
  assert.equal(asTarget('company', null), null);
  assert.deepEqual(targetIds(['a1', { id: 'a2' }, null]), ['a1', 'a2']);
});

test('the record being edited limits what may be chosen', () => {
  const limit = { company: '$company', active: true };
  assert.deepEqual(resolveLimit(limit, { company: { id: 'a1', name: '海尔集团' } }), {
    company: 'a1',
    active: true,
  });
  assert.deepEqual(resolveLimit(limit, { company: null }), { active: true });
  assert.equal(resolveLimit({ company: '$company' }, {}), undefined);
  assert.equal(resolveLimit({ company: { eq: '$company' } }, undefined), undefined);
  assert.deepEqual(resolveLimit({ kind: { in: ['a', '$kind'] } }, { kind: 'b' }), {
    kind: { in: ['a', 'b'] },
  });
  assert.equal(resolveLimit(undefined, {}), undefined);
});
