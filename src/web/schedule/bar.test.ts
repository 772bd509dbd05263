import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldMeta } from '#kernel/meta.ts';
import { barOf } from './bar.ts';

const field = (name: string) => ({ name }) as FieldMeta;
const fields = { start: field('beginsOn'), end: field('endsOn'), after: field('after') };
const bar = (values: object, by = fields, timeZone = 'UTC') =>
  barOf({ id: 'a', version: 1, ...values }, 'A', by, timeZone);
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

test('a bar lasts to the end of its last day, or to the very minute where it has one', () => {
  const days = bar({ beginsOn: '2026-11-02', endsOn: '2026-11-04', after: [{ id: 'b' }, 'c'] });
  assert.deepEqual(
    [days?.from, days?.until, days?.milestone, days?.after],
    [day('2026-11-02'), day('2026-11-05'), false, ['b', 'c']],
  );
  const hours = bar(
    { beginsOn: '2026-11-02T01:00:00.000Z', endsOn: '2026-11-02T16:30:00.000Z' },
    fields,
    'Asia/Shanghai',
  );
  assert.deepEqual([hours?.first, hours?.last], ['2026-11-02', '2026-11-03']);
  assert.equal(hours?.until, Date.parse('2026-11-03T00:30:00Z'));
});

test('what has one date is a milestone, which is reached at the end of its day', () => {
  const begun = bar({ beginsOn: '2026-11-02', endsOn: null });
  assert.deepEqual(
    [begun?.milestone, begun?.from, begun?.until],
    [true, day('2026-11-03'), day('2026-11-03')],
  );
  const due = bar({ beginsOn: null, endsOn: '2026-11-02' });
  assert.deepEqual([due?.milestone, due?.ends], [true, { start: 'endsOn', end: 'endsOn' }]);
  const moment = '2026-11-02T08:00:00.000Z';
  assert.equal(bar({ beginsOn: moment, endsOn: moment })?.milestone, true);
  assert.equal(bar({ beginsOn: '2026-11-02', endsOn: '2026-11-02' })?.milestone, false, 'a day of work');
  assert.equal(bar({ beginsOn: '2026-11-02' }, { ...fields, end: fields.start })?.milestone, true);
  assert.equal(bar({ beginsOn: null }), undefined);
});

test('what ends before it begins takes the day on which it begins', () => {
  const turned = bar({ beginsOn: '2026-11-04', endsOn: '2026-11-02' });
  assert.deepEqual([turned?.first, turned?.last], ['2026-11-04', '2026-11-04']);
  assert.ok((turned?.until ?? 0) >= (turned?.from ?? 1));
});
