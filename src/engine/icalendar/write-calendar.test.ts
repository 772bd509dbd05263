import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { startsOf } from '#kernel/recurrence/starts-of.ts';
import type { CalendarEvent } from './event-lines.ts';
import { writeCalendar } from './write-calendar.ts';

const start = Date.parse('2026-10-19T07:00:00Z');
const event: CalendarEvent = {
  ...{
    uid: 'u1',
    summary: '与“恒悦, 电气; 集团”沟通：第二季度技术方案评审与现场勘查安排，含后续报价\n第二行',
    start,
  },
  ...{
    end: start + 3_600_000,
    url: 'https://crm.hengyue.example/meeting/1',
    busy: true,
    version: 3,
    changed: start,
  },
};
const read = (events: readonly CalendarEvent[]) => {
  const text = writeCalendar('日历', events, start);
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { text, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
};

test('SAL-02 a calendar is read by another library as it was written, in lines of 75 octets at most', () => {
  const { text, events } = read([event]);
  assert.equal(events[0]?.summary, event.summary);
  assert.equal(events[0]?.startDate.toJSDate().getTime(), start);
  assert.equal(events[0]?.endDate.toJSDate().getTime(), event.end);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test('SAL-02 what comes back is found by another library at the same instants, over the night in which clocks are set', () => {
  for (const zone of ['Europe/Berlin', 'Asia/Shanghai', 'America/New_York']) {
    const repeats = { rule: 'FREQ=WEEKLY;BYDAY=MO,TH', zone, except: ['2026-10-26T08:00:00+00:00'] };
    const { events } = read([{ ...event, repeats }]);
    const iterator = events[0]?.iterator();
    const expected = [...startsOf(repeats, start, start, start + 60 * 86_400_000)];
    const found = expected.map(() => iterator?.next()?.toJSDate().getTime());
    assert.deepEqual(found, expected, zone);
  }
});
