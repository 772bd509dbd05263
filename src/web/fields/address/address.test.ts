import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tidyAddress, withPart } from './address.ts';
import { formatAddress } from './format.ts';

test('an address is written the way its country writes it', () => {
  const qingdao = {
    country: 'CN',
    region: '山东省',
    city: '青岛市',
    street: '海尔路1号',
    postalCode: '266101',
  };
  assert.equal(formatAddress(qingdao, 'zh-CN'), '中国 山东省青岛市海尔路1号 266101');
  const austin = {
    street: '600 Congress Ave',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
    country: 'US',
  };
  assert.equal(formatAddress(austin, 'en'), '600 Congress Ave, Austin, TX 78701, United States');
  assert.equal(
    formatAddress({ region: '上海市', city: '上海市', street: '南京路100号' }, 'zh-CN'),
    '上海市南京路100号',
  );
});

test('blank parts are dropped, an empty address is none', () => {
  assert.deepEqual(tidyAddress({ city: ' 青岛市 ', street: '  ' }), { city: '青岛市' });
  assert.equal(tidyAddress({ city: '', street: null }), null);
});

test('typing keeps the spaces of the moment', () => {
  assert.deepEqual(withPart({ city: 'Austin' }, 'street', '600 '), { city: 'Austin', street: '600 ' });
  assert.equal(withPart({ city: 'A' }, 'city', ''), null);
});
