import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostAttempts, retryPause } from './retry-pause.ts';
import { belongsTo, type TopicEntry } from './topic-entry.ts';

const entry = (values: Partial<TopicEntry>): TopicEntry => ({
  ...{
    sequence: '1',
    object: 'book',
    record: 'x',
    kind: 'updated',
    at: '',
    fields: ['title'],
    withheld: false,
  },
  ...values,
});

test('INT-16 a program is told of what happens, of an action, or of some fields', () => {
  const changed = { object: 'book', kinds: ['updated'] };
  assert.ok(belongsTo(changed, entry({})));
  assert.ok(belongsTo(changed, entry({ kind: 'library.lend' })), 'what an action does is a change');
  assert.ok(!belongsTo(changed, entry({ object: 'author' })));
  assert.ok(!belongsTo(changed, entry({ kind: 'created' })));
  assert.ok(!belongsTo(changed, entry({ kind: 'revealed', fields: [] })), 'somebody looked');
  assert.ok(!belongsTo(changed, entry({ fields: [], withheld: true })), 'nothing that may be seen');
  assert.ok(belongsTo({ ...changed, fields: ['title'] }, entry({})));
  assert.ok(!belongsTo({ ...changed, fields: ['price'] }, entry({ withheld: true })));
  const lent = { object: 'book', kinds: ['library.lend'] };
  assert.deepEqual(
    [belongsTo(lent, entry({ kind: 'library.lend' })), belongsTo(lent, entry({}))],
    [true, false],
  );
});

test('INT-16 what is not taken is tried again for three days, ever more rarely and never all at once', () => {
  const tries = Array.from({ length: mostAttempts - 1 }, (_, place) => place + 1);
  const days = tries.reduce((sum, each) => sum + retryPause(each, 0.5), 0) / 86_400;
  assert.ok(days > 3 && days < 4, `${days}`);
  for (const each of tries.slice(1)) assert.ok(retryPause(each, 0.5) > retryPause(each - 1, 0.5));
  assert.ok(retryPause(1, 0) < 5 && retryPause(1, 1) > 5);
});
