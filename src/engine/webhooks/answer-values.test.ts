import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerValues } from './answer-values.ts';

test('WFL-05 values are taken out of an answer by their paths, and nothing where there are none', () => {
  const answer = '{"data":{"score":7.5,"items":[{"id":"A-1"}],"ok":true,"none":null},"constructor":1}';
  assert.deepEqual(answerValues(answer, ['data.score', 'data.items.0.id', 'data.ok', 'constructor']), {
    ...{ 'data.score': '7.5', 'data.items.0.id': 'A-1', 'data.ok': true, constructor: '1' },
  });
  const missing = [
    'data',
    'data.none',
    'data.items',
    'data.items.9.id',
    'toString',
    '__proto__',
    'data.score.x',
  ];
  assert.deepEqual(
    Object.values(answerValues(answer, missing)),
    missing.map(() => null),
  );
  for (const other of ['', 'thank you', '[1', 'null', '7'])
    assert.deepEqual(answerValues(other, ['data']), { data: null });
  const long = answerValues(JSON.stringify({ text: 'x'.repeat(60_000) }), ['text']);
  assert.equal(String(long.text).length, 10_000);
});
