import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baseNamed, basePath, logPath } from './archive-names.ts';
import { logSegments, segmentAfter } from './log-segments.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 10, minute));
const base = { system: '7301', at: at(0), segment: '0000000100000000000000FE' };
const log = (file: string, minute: number) => logPath({ system: '7301', file, at: at(minute) });
const paths = [
  log('0000000100000000000000FD', 0),
  log('0000000100000000000000FE', 1),
  log('0000000100000000000000FF', 2),
  log('000000010000000100000000', 3),
  log('000000010000000100000001', 4),
  log('00000002.history', 4),
  log('000000020000000100000001', 5),
];
const files = (until: Date | undefined, given = paths) =>
  logSegments(given, base, until).map(({ file }) => file);

describe('the log that leads from a copy to a moment', () => {
  it('goes from the copy’s own segment to the first that was complete after the moment, on its own timeline', () => {
    assert.deepEqual(files(at(2)), [
      '00000002.history',
      '0000000100000000000000FE',
      '0000000100000000000000FF',
      '000000010000000100000000',
    ]);
    assert.equal(files(undefined).at(-1), '000000010000000100000001');
  });

  it('is refused where a segment is missing', () => {
    const without = paths.filter((path) => !path.includes('0000000100000000000000FF'));
    assert.throws(() => files(at(9), without), /0000000100000000000000FF is missing/);
  });

  it('counts as PostgreSQL counts, and names say what they are of', () => {
    assert.equal(segmentAfter('0000000100000000000000FF'), '000000010000000100000000');
    assert.deepEqual(baseNamed(basePath(base, 'facts')), base);
    assert.equal(baseNamed(basePath(base, 'guanxi')), undefined);
  });
});
