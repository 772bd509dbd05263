import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighboursOf } from './neighbours.ts';

test('a record knows those before and after it in its list', () => {
  assert.deepEqual(neighboursOf('b', ['a', 'b', 'c'], 40), {
    previous: 'a',
    next: 'c',
    position: { at: 2, of: 40 },
  });
  assert.equal(neighboursOf('a', ['a', 'b']).previous, undefined);
});

test('a record opened by its address has no neighbours', () => {
  assert.deepEqual(neighboursOf('z', ['a', 'b']), {});
});
