import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapTilesFrom, tileOrigin } from './map-tiles.ts';
import { pagePolicy } from './security-headers.ts';

test('a page may show pictures of the tile server that is set, and of no other', () => {
  const tiles = mapTilesFrom({
    GUANXI_MAP_TILES: 'https://tiles.hengyue.example:8443/{z}/{x}/{y}.png?style=plain',
  });
  assert.ok(tiles);
  const images = (policy: string) => policy.split('; ').find((each) => each.startsWith('img-src'));
  assert.equal(
    images(pagePolicy('', tileOrigin(tiles))),
    "img-src 'self' data: blob: https://tiles.hengyue.example:8443",
  );
  assert.equal(images(pagePolicy()), "img-src 'self' data: blob:");
});

test('an address that is no tile server stops the start, and says why', () => {
  assert.equal(mapTilesFrom({}), undefined);
  for (const address of [
    'http://tiles.example/{z}/{x}/{y}.png',
    'https://{s}.tiles.example/{z}/{x}/{y}.png',
    'https://tiles.example/{z}/{x}.png',
    'https://user:secret@tiles.example/{z}/{x}/{y}.png',
    'tiles',
  ])
    assert.throws(() => mapTilesFrom({ GUANXI_MAP_TILES: address }), /GUANXI_MAP_TILES/);
});
