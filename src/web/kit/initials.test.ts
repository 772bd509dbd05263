import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initials } from './initials.ts';

test('a person is abbreviated the way the name is written', () => {
  assert.equal(initials('张伟'), '张伟');
  assert.equal(initials('欧阳秀英'), '秀英');
  assert.equal(initials('Wei Zhang'), 'WZ');
  assert.equal(initials('  anna maria snelling '), 'AS');
  assert.equal(initials('Cher'), 'C');
  assert.equal(initials(''), '');
});
