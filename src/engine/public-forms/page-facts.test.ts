import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameAncestors, isAllowedOrigin } from './allowed-origin.ts';
import { pageFacts } from './page-facts.ts';

test('reads the marks out of the address of the page, and keeps no secrets of it', () => {
  const page =
    'https://me:pass@www.hengyue.example/a?utm_source=%E7%99%BE%E5%BA%A6&utm_x=%00&gclid=1&token=2#part';
  assert.deepEqual(pageFacts({ page, referrer: 'javascript:alert(1)' }), {
    page: 'https://www.hengyue.example/a?utm_source=%E7%99%BE%E5%BA%A6&utm_x=%00&gclid=1&token=2',
    referrer: null,
    marks: { source: '百度', x: ' ', gclid: '1' },
  });
});

test('an odd address is no reason to lose an answer', () => {
  for (const page of [
    undefined,
    7,
    '',
    'x',
    'http://localhost/',
    'file:///etc/passwd',
    'https://a.cn/'.repeat(300),
  ])
    assert.deepEqual(pageFacts({ page }), { page: null, referrer: null, marks: {} });
});

test('a site is named whole, without its scheme, or with all that lies below it', () => {
  const own = 'https://crm.hengyue.example';
  const allows = (origin: string, ...allowed: string[]) => isAllowedOrigin(origin, allowed, own);
  assert.ok(allows(own) && allows('https://any.example', '*'));
  assert.ok(allows('http://www.hengyue.example', 'www.hengyue.example'));
  assert.ok(allows('https://shop.a.example:8443', 'https://shop.a.example:8443/'));
  assert.ok(allows('https://x.a.example', '*.a.example'));
  assert.ok(!allows('http://www.hengyue.example', 'https://www.hengyue.example'));
  assert.ok(!allows('https://a.example.evil.example', 'a.example'));
  assert.ok(!allows('https://evila.example', '*.a.example'));
  assert.ok(!allows('null', 'a.example'));
  assert.equal(frameAncestors(['a.example', "'none'; script-src *"]), "'self' a.example");
});
