import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RefusedRequests } from './refused-requests.ts';

const one = { status: 403, route: 'GET /api/audit', workspace: 'main', actor: 'na', ip: '10.0.0.1' };

test('ADM-15 the same refused many times is one entry with how many times it was', () => {
  const refused = new RefusedRequests();
  for (let count = 0; count < 500; count++) refused.note(one);
  refused.note({ ...one, subject: 'quote' });
  assert.deepEqual(
    refused.take().map(({ actor, subject, facts }) => [actor, subject, facts]),
    [
      ['na', undefined, { why: 'forbidden', route: 'GET /api/audit', count: 500 }],
      ['na', 'quote', { why: 'forbidden', route: 'GET /api/audit', count: 1 }],
    ],
  );
  assert.deepEqual(refused.take(), []);
});

test('ADM-15 a field filled in wrongly is nobody’s business, ten within a minute are', () => {
  const refused = new RefusedRequests();
  const wrong = { ...one, status: 422, route: 'POST /api/records/:object' };
  for (let count = 0; count < 9; count++) refused.note(wrong);
  assert.deepEqual(refused.take(), []);
  for (let count = 0; count < 10; count++) refused.note(wrong);
  assert.deepEqual(refused.take()[0]?.facts, { why: 'invalid', route: wrong.route, count: 10 });
  for (let count = 0; count < 50; count++) refused.note({ ...one, status: 409 });
  assert.deepEqual(refused.take(), []);
});

test('ADM-15 a flood of different ones makes few entries, and none of another company is lost for it', () => {
  const refused = new RefusedRequests();
  refused.note({ ...one, workspace: 'other' });
  for (let count = 0; count < 100_000; count++) refused.note({ ...one, ip: `10.0.${count}` });
  const entries = refused.take();
  assert.deepEqual(entries.filter(({ workspace }) => workspace === 'other').length, 1);
  const main = entries.filter(({ workspace }) => workspace === 'main');
  assert.equal(main.length, 21);
  const counted = main.map(({ facts }) => facts?.count as number).reduce((sum, count) => sum + count, 0);
  assert.deepEqual([main.at(-1)?.facts?.why, counted], ['furtherRefused', 100_000]);
});
