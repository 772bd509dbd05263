import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserName } from './browser-name.ts';

test('a session is called what its browser and device are called', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
  const wechat =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit MicroMessenger/8.0 Safari/604';
  assert.equal(browserName(edge), 'Edge · Windows');
  assert.equal(browserName(wechat), '微信 · iPhone');
  assert.equal(browserName('curl/8'), undefined);
  assert.equal(browserName(null), undefined);
});
