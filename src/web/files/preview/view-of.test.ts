import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf } from './view-of.ts';

test('CUS-21 a file is shown by what it is: a page that could act is shown as text', () => {
  const kinds = ['image/png', 'image/svg+xml', 'application/pdf', 'audio/mpeg', 'video/mp4', 'text/html'];
  assert.deepEqual(
    kinds.map((mediaType) => viewOf({ id: '1', name: 'a', size: 1, mediaType })),
    ['image', 'image', 'pdf', 'sound', 'film', 'text'],
  );
});
