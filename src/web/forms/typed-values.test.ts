import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { typedChange, typedStart } from './typed-values.ts';

/** A case, of which there are questions and complaints; a complaint is never of low priority. */
const object = {
  types: [
    { value: 'question', open: true, standard: true, defaults: {} },
    { value: 'complaint', open: true, standard: false, defaults: { channel: 'phone' } },
  ],
  fields: [
    { name: 'priority', type: 'choice', choicesOfType: { complaint: ['high', 'urgent'] } },
    { name: 'topics', type: 'multiChoice', choicesOfType: { complaint: ['damage'] } },
    { name: 'channel', type: 'choice' },
  ] as unknown as readonly FieldMeta[],
} as unknown as ObjectMeta;

test('a form starts as the type that is usual, unless another one is given', () => {
  const usual = { priority: 'low' };
  assert.deepEqual(typedStart(object, usual), { priority: 'low', recordType: 'question' });
  assert.deepEqual(typedStart(object, usual, { recordType: 'complaint' }), {
    ...{ priority: 'high', recordType: 'complaint', channel: 'phone' },
  });
  assert.deepEqual(typedStart({ ...object, types: [] }, usual), usual, 'nothing where there are no types');
});

test('what was typed stays when another type is chosen, as far as it can be chosen there', () => {
  const before = { recordType: 'question', priority: 'urgent', topics: ['delay', 'damage'], channel: 'mail' };
  const after = typedChange(object, before, { ...before, recordType: 'complaint' });
  assert.deepEqual(after, {
    ...{ recordType: 'complaint', priority: 'urgent', topics: ['damage'], channel: 'phone' },
  });
  assert.equal(typedChange(object, before, before), before);
});
