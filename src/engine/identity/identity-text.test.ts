import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityText } from './identity-text.ts';
import en from './locales/en.json' with { type: 'json' };
import chinese from './locales/zh-CN.json' with { type: 'json' };

test('both languages say the same things with the same parameters', () => {
  const parameters = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  assert.deepEqual(Object.keys(chinese).sort(), Object.keys(en).sort());
  for (const [code, text] of Object.entries(en)) {
    const translated = (chinese as Record<string, string>)[code] ?? '';
    assert.deepEqual(parameters(translated), parameters(text), code);
    assert.match(translated, /\p{Script=Han}/u, code);
  }
});

test('a text is filled; a code of others has none', () => {
  assert.equal(identityText('zh-CN', 'tooManyAttempts', { seconds: 12 }), '尝试次数过多，请在 12 秒后重试。');
  assert.equal(identityText('en', 'toString'), undefined);
});
