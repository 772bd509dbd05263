import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initials, personColor } from './initials.ts';

test('initials follow the way a name is called', () => {
  assert.equal(initials('李伟'), '李伟');
  assert.equal(initials('欧阳娜娜'), '娜娜');
  assert.equal(initials('李伟', 1), '伟');
  assert.equal(initials('Wei Zhang'), 'WZ');
  assert.equal(initials('darcel'), 'D');
  assert.equal(initials(''), '?');
});

test('a person keeps the same colour', () => {
  assert.equal(personColor('李伟'), personColor('李伟'));
  assert.notEqual(personColor('Wei Zhang'), personColor('Anna Snelling'));
});
