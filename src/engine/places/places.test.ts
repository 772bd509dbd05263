import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Address } from '#kernel/field/address/address.ts';
import { readLocation } from '#kernel/field/location/read-location.ts';
import { findPlaces, placesCalled } from './find-places.ts';
import { nearestPlace, placeCode } from './place-code.ts';
import { placeOfAddress } from './place-of-address.ts';

const placed = (address: Address) => placeOfAddress(address)?.name;

test('a Chinese address is placed at its district, or at its city where the district is not known', () => {
  const cases: readonly (readonly [Address, string | undefined])[] = [
    [{ street: '浦东新区世纪大道100号', city: '上海市', region: '上海市', country: '中国' }, 'Pudong'],
    [{ street: '南京西路 1266 号', city: '上海', country: 'CN' }, 'Shanghai'],
    [{ street: '岳麓大道', city: '长沙市', region: '湖南省' }, 'Changsha'],
    [{ street: '湖南省长沙市岳麓区麓谷大道 658 号' }, 'Yuelu'],
    [{ street: '北京市朝阳区建国路 93 号' }, 'Chaoyang'],
    [{ street: '吉林市丰满区吉林大街' }, 'Jilin'],
    [{ street: '内蒙古自治区呼伦贝尔市海拉尔区' }, 'Hailaer'],
    [{ street: '昆山路 1 号', city: '苏州市', region: '江苏省' }, 'Suzhou'],
    [{ street: '前进中路 1 号', city: '昆山', region: '江苏省' }, 'Kunshan'],
    [{ city: '西昌市', region: '四川省凉山彝族自治州' }, 'Xichang'],
    [{ city: '海南藏族自治州', region: '青海' }, 'Hainan'],
    [{ city: '普洱市' }, 'Puer'],
  ];
  for (const [address, name] of cases) assert.equal(placed(address), name, JSON.stringify(address));
});

test('an address elsewhere is placed at its city, in the country that it names', () => {
  assert.equal(placed({ city: 'Birmingham', country: 'United Kingdom' }), 'Birmingham');
  assert.equal(placeOfAddress({ city: 'Birmingham', country: 'US' })?.region, 'US');
  assert.equal(placeOfAddress({ city: 'München', country: 'Germany' })?.name, 'Munich');
  assert.equal(placeOfAddress({ city: '东京', country: '日本' })?.name, 'Tokyo');
  assert.equal(placeOfAddress({ city: 'Shanghai', country: 'China' })?.name, 'Shanghai');
  assert.equal(placeOfAddress({ street: '1 Harbour Road, Leeds', country: 'UK' })?.name, 'Leeds');
  assert.equal(placed({ street: '1 Mill Lane' }), undefined);
  assert.equal(placed({ city: '某某' }), undefined);
});

test('a point lies in the city that is nearest', () => {
  const at = (latitude: number, longitude: number) => nearestPlace({ latitude, longitude });
  assert.equal(placeCode(at(31.2304, 121.4737) as never), 'CN-SH/1796236');
  assert.equal(at(30.25, 120.01)?.region, 'CN-ZJ');
  assert.equal(at(0, -150), undefined);
});

test('points are read as people write them', () => {
  const qingdao = { latitude: 36.0671, longitude: 120.3826 };
  for (const text of [
    '36.0671, 120.3826',
    '36.0671，120.3826',
    '36.0671 120.3826',
    '36.0671°N 120.3826°E',
    '120.3826E, 36.0671N',
    '北纬36.0671°，东经120.3826°',
  ])
    assert.deepEqual(readLocation(text), qingdao, text);
  assert.deepEqual(readLocation('33.8688S, 151.2093E'), { latitude: -33.8688, longitude: 151.2093 });
  for (const text of ['Qingdao', '36.0671', '36,0671, 120,3826', ''])
    assert.equal(readLocation(text), undefined);
});

test('ANA-09 places are found by the beginning of their names in either language, larger ones first, and called by their codes', () => {
  const found = (written: string, locale: 'en' | 'zh-CN' = 'zh-CN') =>
    findPlaces(written, locale).map(({ name, within }) => (within ? `${name} · ${within}` : name));
  assert.deepEqual(found('上海').slice(0, 1), ['上海市']);
  assert.deepEqual(found('hangz', 'en').slice(0, 1), ['Hangzhou · Zhejiang']);
  assert.deepEqual([found('法国')[0], found('france')[0]], ['法国', '法国'], 'countries too');
  assert.equal(found('')[0]?.length === 0, false, 'something to begin with');
  assert.deepEqual(found('xyzxyz'), []);
  assert.deepEqual(placesCalled(['CN', 'CN-SH', 'nowhere', 'CN-SH/1'], 'zh-CN'), [
    { code: 'CN', name: '中国' },
    { code: 'CN-SH', name: '上海市' },
  ]);
});
