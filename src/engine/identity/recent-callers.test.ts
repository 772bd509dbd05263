import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from './caller.ts';
import { RecentCallers } from './recent-callers.ts';

const caller = (userId: string): Caller => ({
  identityId: `identity of ${userId}`,
  workspace: 'main',
  userId,
  via: 'session',
});

test('holds no more than its capacity, and the newest', () => {
  const recent = new RecentCallers({ capacity: 3 });
  for (const name of ['wei', 'emma', 'li', 'chen']) recent.remember(name, caller(name));
  assert.equal(recent.size, 3);
  assert.equal(recent.recall('wei'), undefined);
  assert.equal(recent.recall('chen')?.caller?.userId, 'chen');
});

test('forgets those described, all properties together, and nobody else', () => {
  const recent = new RecentCallers();
  for (const name of ['wei', 'emma']) recent.remember(name, caller(name));
  recent.forget({ workspace: 'branch', userId: 'wei' });
  assert.ok(recent.recall('wei'));
  recent.forget({ workspace: 'main', userId: 'wei' });
  assert.equal(recent.recall('wei'), undefined);
  assert.ok(recent.recall('emma'));
});

test('lets go of what has outlived itself', () => {
  let time = 0;
  const recent = new RecentCallers({ now: () => time, lifetime: 5_000 });
  recent.remember('wei', caller('wei'), 3_000);
  time = 3_000;
  assert.equal(recent.recall('wei'), undefined);
  assert.equal(recent.size, 0);
});
