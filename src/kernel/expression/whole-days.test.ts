import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../field/field.ts';
import { holds } from './evaluate.ts';
import { parseWhere } from './parse-where.ts';

const at: Field = { type: 'dateTime', required: false };
const nobody = { team: [], teammates: [], department: [], departmentAndBelow: [] };

/** Whether an instant meets a condition of somebody in Shanghai, eight hours ahead. */
function meets(instant: string, condition: unknown): boolean {
  const expression = parseWhere(
    { at: condition },
    {
      ...{ field: () => at, today: '2026-03-31', timeZone: 'Asia/Shanghai' },
      ...{ currency: 'CNY', currencies: ['CNY'] },
    },
  );
  return holds(expression, {
    ...{ value: () => instant, kind: () => 'instant', actor: '', today: '', now: '', timeZone: 'UTC' },
    ...nobody,
  });
}

test('a day as an end of a time stands for the whole of it, in the zone of the reader', () => {
  const march = { between: ['2026-03-01', '2026-03-31'] };
  assert.ok(meets('2026-03-31T15:59:59.999Z', march), 'the last moment of the 31st in Shanghai');
  assert.ok(!meets('2026-03-31T16:00:00.000Z', march), 'April');
  assert.ok(meets('2026-02-28T16:00:00.000Z', march), 'the first moment of the 1st in Shanghai');
  assert.ok(!meets('2026-02-28T15:59:59.999Z', march), 'February');
  const evening = '2026-03-31T15:00:00.000Z';
  assert.ok(meets(evening, { lte: '2026-03-31' }));
  assert.ok(!meets(evening, { gt: '2026-03-31' }));
  assert.ok(meets('2026-03-31T16:00:00.000Z', { gt: '2026-03-31' }));
});

test('an instant as an end is that instant, and the last of all days is still one', () => {
  assert.ok(!meets('2026-03-31T15:00:00.000Z', { lte: '2026-03-31T14:00:00Z' }));
  assert.ok(meets('2026-03-31T15:00:00.000Z', { between: ['2026-01-01', '9999-12-31'] }));
  assert.throws(() => meets('2026-03-31T15:00:00.000Z', { lte: '2026-02-30' }));
});
