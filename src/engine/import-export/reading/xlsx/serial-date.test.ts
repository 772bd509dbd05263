import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateSerial, serialDate } from './serial-date.ts';

test('day numbers are the days that Excel shows', () => {
  assert.equal(serialDate(1, 'date', false), '1900-01-01');
  assert.equal(serialDate(59, 'date', false), '1900-02-28');
  assert.equal(serialDate(61, 'date', false), '1900-03-01');
  assert.equal(serialDate(42663, 'date', false), '2016-10-20');
  assert.equal(serialDate(2_958_465, 'date', false), '9999-12-31');
  assert.equal(serialDate(0, 'date', true), '1904-01-01');
});

test('a time of day is kept, and shown when the format shows it', () => {
  assert.equal(serialDate(42663.5, 'date', false), '2016-10-20T12:00:00');
  assert.equal(serialDate(42663, 'dateTime', false), '2016-10-20T00:00:00');
  assert.equal(serialDate(42795.3960069444, 'dateTime', false), '2017-03-01T09:30:15');
  assert.equal(serialDate(0.395833333333333, 'time', false), '09:30:00');
  assert.equal(serialDate(1.08680555555556, 'duration', false), '26:05:00');
});

test('what is no date stays a number', () => {
  for (const serial of [-1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])
    assert.equal(serialDate(serial, 'date', false), undefined);
  for (const text of ['yesterday', '1899-05-01', '2026-13-45', '2026-11-23T12:00:00Z', ''])
    assert.equal(dateSerial(text), undefined);
});

test('every date and every second goes to a number and back', () => {
  const day = fc.date({
    min: new Date('1900-03-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const text = date.toISOString();
      assert.equal(serialDate(dateSerial(text.slice(0, 10)) ?? -1, 'date', false), text.slice(0, 10));
      assert.equal(serialDate(dateSerial(text.slice(0, 19)) ?? -1, 'dateTime', false), text.slice(0, 19));
    }),
  );
});
