import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMoment, writeMoment } from './moment.ts';

test('CUS-17 a moment comes back as it was told, and anything else is no moment', () => {
  const moment = { snapshot: '754:760:755,758', model: 'x3-_9' };
  assert.deepEqual(readMoment(writeMoment(moment)), moment);
  for (const word of [undefined, '', '~', '754:760:', '754~m', "1:1:'~m", '1:1:~m~n', ['1:1:~m'], 7])
    assert.equal(readMoment(word), undefined, String(word));
});
