import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTarget, shortUrl } from './format.ts';

test('only web addresses become links', () => {
  assert.equal(linkTarget('https://www.haier.com/cn'), 'https://www.haier.com/cn');
  assert.equal(linkTarget('haier.com'), 'https://haier.com/');
  assert.equal(linkTarget('javascript:alert(1)'), null);
  assert.equal(linkTarget('not a url'), null);
});

test('shows the part people recognise', () => {
  assert.equal(shortUrl('https://www.haier.com/'), 'haier.com');
  assert.equal(shortUrl('http://gree.com/about'), 'gree.com/about');
});
