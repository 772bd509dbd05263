import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSentence } from './in-sentence.ts';

test('labels are small inside an English sentence', () => {
  assert.equal(inSentence('Price book', 'en'), 'price book');
  assert.equal(inSentence('SMS message', 'en'), 'SMS message');
  assert.equal(inSentence('客户', 'zh-CN'), '客户');
});
