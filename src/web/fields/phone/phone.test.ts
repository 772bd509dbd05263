import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPhone, homeCountry } from './format.ts';

test('numbers of the own country are written without its code', () => {
  assert.equal(formatPhone('+8613800138000', 'CN'), '138 0013 8000');
  assert.equal(formatPhone('+1 512-463-2000', 'CN'), '+1 512 463 2000');
  assert.equal(formatPhone('5124632000', 'US'), '(512) 463-2000');
});

test('what is no telephone number stays as written', () => {
  assert.equal(formatPhone('ext. 12', 'CN'), 'ext. 12');
});

test("the user's clock says which country is home", () => {
  assert.equal(homeCountry('Asia/Shanghai', 'en'), 'CN');
  assert.equal(homeCountry('America/Chicago', 'en'), 'US');
  assert.equal(homeCountry('UTC', 'zh-CN'), 'CN');
});
