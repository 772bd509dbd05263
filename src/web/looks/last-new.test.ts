import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineEntry } from '#web/record/timeline/timeline-entry.ts';
import { lastNew } from './last-new.ts';

const entry = (id: string, at: string, actor: string | null): TimelineEntry => ({
  ...{ id, at, kind: 'updated', object: 'account', record: { id: 'a', name: '远航物流' }, changes: [] },
  actor: actor === null ? null : { id: actor, name: actor },
});
const entries = [
  entry('4', '2026-11-27T09:00:00.000Z', 'me'),
  entry('3', '2026-11-27T08:30:00.000Z', null),
  entry('2', '2026-11-27T08:00:00.000Z', 'me'),
  entry('1', '2026-11-26T08:00:00.000Z', 'zhou'),
];

test('new is what others and the system did since, down to the oldest of it', () => {
  assert.equal(lastNew(entries, '2026-11-26T12:00:00.000Z', 'me')?.id, '3');
  assert.equal(lastNew(entries, '2026-11-25T12:00:00.000Z', 'me')?.id, '1');
});

test('nothing is new at the first look, nor what one did oneself', () => {
  assert.equal(lastNew(entries, undefined, 'me'), undefined);
  assert.equal(lastNew(entries, '2026-11-27T08:45:00.000Z', 'me'), undefined);
});
