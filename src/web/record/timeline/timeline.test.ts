import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByDay } from './group-by-day.ts';
import { latestMerge } from './latest-merge.ts';
import { mergeRuns } from './merge-runs.ts';
import type { TimelineEntry } from './timeline-entry.ts';

function entry(
  id: string,
  at: string,
  old: unknown,
  now: unknown,
  more: Partial<TimelineEntry> = {},
): TimelineEntry {
  return {
    id,
    at,
    kind: 'updated',
    object: 'house',
    record: { id: 'h1', name: '海尔路1号' },
    actor: { id: 'u1', name: '李伟' },
    changes: [{ field: 'rooms', label: 'Rooms', old, new: now }],
    ...more,
  };
}

test("days are those of the user's clock", () => {
  const entries = [entry('2', '2026-11-23T17:00:00Z', 2, 3), entry('1', '2026-11-23T15:00:00Z', 1, 2)];
  assert.deepEqual(
    groupByDay(entries, 'Asia/Shanghai').map(({ day }) => day),
    ['2026-11-24', '2026-11-23'],
  );
  assert.equal(groupByDay(entries, 'UTC').length, 1);
});

test('changes made in one go read as one', () => {
  const size = { changes: [{ field: 'size', label: 'Size', old: '80', new: '95' }] };
  const merged = mergeRuns([
    entry('3', '2026-11-23T15:04:00Z', 2, 3),
    entry('2', '2026-11-23T15:02:00Z', 0, 0, size),
    entry('1', '2026-11-23T14:00:00Z', 1, 2),
  ]);
  assert.deepEqual(
    merged.map(({ changes }) => changes.map(({ field }) => field)),
    [['size', 'rooms'], ['rooms']],
  );
});

test('CUS-03 a field changed twice is shown twice, with each old and new value', () => {
  const twice = [entry('2', '2026-11-23T15:02:00Z', 2, 1), entry('1', '2026-11-23T15:01:00Z', 1, 2)];
  assert.deepEqual(mergeRuns(twice), twice);
});

test('different people and records are kept apart', () => {
  const other = { actor: { id: 'u2', name: '王芳' } };
  const entries = [
    entry('2', '2026-11-23T15:02:00Z', 2, 3, other),
    entry('1', '2026-11-23T15:01:00Z', 1, 2),
    entry('0', '2026-11-23T15:00:00Z', 0, 1, { record: { id: 'h2', name: '海尔路2号' } }),
  ];
  assert.equal(mergeRuns(entries).length, 3);
});

test('CUS-14 the latest merge of the record can be taken back, once', () => {
  const merged = entry('2', '2026-11-23T15:00:00Z', null, null, { kind: 'merged' });
  const taken = entry('3', '2026-11-23T16:00:00Z', null, null, { kind: 'unmerged' });
  const other = { ...merged, id: '4', record: { id: 'h2', name: '海尔路2号' } };
  assert.equal(latestMerge([other, merged], 'h1'), '2');
  assert.equal(latestMerge([taken, merged], 'h1'), undefined);
});
