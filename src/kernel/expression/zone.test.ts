import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayIn, startOfDay } from './zone.ts';

const zones = [
  ...['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Beirut'],
  ...['America/Sao_Paulo', 'America/Havana', 'Africa/Cairo', 'Pacific/Kiritimati', 'Asia/Kathmandu'],
];

test('a day begins at the first instant that is of that day, also where clocks change at midnight', () => {
  const day = fc.date({ min: new Date('1972-01-02'), max: new Date('2037-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom(...zones), (date, zone) => {
      const name = date.toISOString().slice(0, 10);
      const start = startOfDay(name, zone);
      if (dayIn(start, zone) > name) return assert.equal(zone, 'Pacific/Kiritimati');
      assert.equal(dayIn(start, zone), name, zone);
      assert.ok(dayIn(start - 1, zone) < name, `${name} ${zone}`);
    }),
    { numRuns: 2000 },
  );
  // Clocks went from 23:59 to 01:00 here.
  assert.equal(
    new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString(),
    '2018-11-04T03:00:00.000Z',
  );
});
