import assert from 'node:assert/strict';
import { it } from 'node:test';
import { validate, version } from 'uuid';
import { uuidv7 } from './uuid.ts';

it('makes ids that are all different and sort by the time they were made, also within a millisecond', () => {
  const ids = Array.from({ length: 5000 }, uuidv7);
  assert.ok(ids.every((id) => validate(id) && version(id) === 7));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids.toSorted(), ids);
  const milliseconds = Number.parseInt((ids[0] as string).replaceAll('-', '').slice(0, 12), 16);
  assert.ok(Math.abs(milliseconds - Date.now()) < 60_000);
});
