import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readerLocale } from './reader-locale.ts';

test('the language is the best one the product speaks', () => {
  const cases: [string | undefined, string][] = [
    [undefined, 'en'],
    ['', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['de-DE,zh-TW;q=0.5,en;q=0.4', 'zh-CN'],
    ['fr, en;q=0', 'en'],
    ['zh;q=nonsense, *', 'en'],
    ['enx, zhx', 'en'],
  ];
  for (const [header, locale] of cases) assert.equal(readerLocale(header), locale, header);
});
