import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calDav } from '#adapters/caldav/caldav.ts';
import { startCalDavServer } from '#test/outside/caldav-server.ts';
import { startProduct } from './product.ts';

const server = await startCalDavServer();
const { ask, colleague } = await startProduct({ calendars: calDav({ loopback: true }) });
const wei = await colleague({ name: '张伟', email: 'wei@hengyue.example', roles: ['salesRepresentative'] });

const login = { address: server.address, userName: 'wei', password: server.can.password };
const at = (days: number, hour: number) => {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, '0')}:00:00+00:00`;
};
const short = (instant: string) => instant.replace(/[-:]|\+.*$/g, '');
const entry = (name: string, lines: readonly string[], more: readonly string[] = []) =>
  server.put(
    `${name}.ics`,
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//phone//EN',
      'BEGIN:VEVENT',
      `UID:${name}`,
      ...lines,
      'END:VEVENT',
      ...more,
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
const text = (name: string) => server.entries.get(`/calendars/wei/meetings/${name}.ics`) ?? '';
const run = async () => {
  const { status, body } = await wei('POST', '/api/calendar-sync/run');
  assert.equal(status, 200, JSON.stringify(body));
  return body.account;
};
const meetings = async (subject: string) =>
  (await wei('GET', `/api/records/meeting?where=${encodeURIComponent(JSON.stringify({ subject }))}`)).body
    .records;
const one = async (subject: string) => {
  const found = await meetings(subject);
  assert.equal(found.length, 1, `${subject}: ${found.length}`);
  return found[0];
};
const made = async (values: object) => {
  const { status, body } = await wei('POST', '/api/records/meeting', values);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};

test('SAL-02 a calendar elsewhere is found by its server’s address, and what is wrong is told at the field', async () => {
  const refused = async (values: object) => {
    const { status, body } = await wei('POST', '/api/calendar-sync/calendars', { ...login, ...values });
    return [status, body.errors?.[0]?.field, body.errors?.[0]?.code];
  };
  assert.deepEqual(await refused({ password: 'wrong' }), [422, 'password', 'calendarSignIn']);
  assert.deepEqual(await refused({ address: 'https://10.0.0.1/' }), [422, 'address', 'notPublic']);
  assert.deepEqual(await refused({ address: '' }), [422, 'address', 'required']);
  const { body } = await wei('POST', '/api/calendar-sync/calendars', login);
  assert.deepEqual(body.calendars, [{ address: `${server.address}/calendars/wei/meetings/`, name: '工作' }]);
  const calendar = body.calendars[0].address;
  assert.equal((await wei('PUT', '/api/calendar-sync', { ...login, calendar: `${calendar}x` })).status, 422);
  const connected = await wei('PUT', '/api/calendar-sync', { ...login, calendar });
  assert.deepEqual([connected.status, connected.body.account.calendar], [200, '工作']);
  assert.doesNotMatch(JSON.stringify(connected.body), new RegExp(login.password));
  assert.equal((await ask('GET', '/api/calendar-sync')).body.account, null);
});

test('SAL-02 meetings go to the calendar elsewhere and events come from it, none twice', async () => {
  const own = await made({ subject: '拜访恒悦', startsAt: at(3, 2), endsAt: at(3, 3), location: '苏州' });
  entry('lunch', [
    `DTSTART:${short(at(4, 4))}Z`,
    'DURATION:PT90M',
    'SUMMARY:与王总午餐',
    'LOCATION:观前街',
    'DESCRIPTION:带样品\\n和报价',
  ]);
  const state = await run();
  assert.deepEqual([state.reason, state.leftAlone], [null, 0]);
  assert.match(text(own.id), /SUMMARY:拜访恒悦\r\n/);
  assert.match(text(own.id), new RegExp(`DTSTART:${short(at(3, 2))}Z[^]*LOCATION:苏州`));
  const lunch = await one('与王总午餐');
  assert.deepEqual(
    [
      lunch.startsAt,
      lunch.endsAt,
      lunch.location,
      lunch.description,
      lunch.owner.id ?? lunch.owner,
      lunch.kind,
    ],
    [at(4, 4), at(4, 5).replace('05:00', '05:30'), '观前街', '带样品\n和报价', wei.id, 'office'],
  );
  server.taken();
  await run();
  assert.deepEqual(server.taken(), ['REPORT'], 'what was brought over does not come back');
  assert.equal((await meetings('拜访恒悦')).length, 1);
});

test('SAL-02 a change on either side goes to the other, and what a meeting cannot hold stays in the entry', async () => {
  entry('call', [
    `DTSTART:${short(at(5, 4))}Z`,
    `DTEND:${short(at(5, 5))}Z`,
    'SUMMARY:技术评审',
    'CATEGORIES:重要',
    'ATTENDEE:mailto:li@kunlun.example',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT15M',
    'END:VALARM',
  ]);
  await run();
  const { id } = await one('技术评审');
  await wei('PATCH', `/api/records/meeting/${id}`, { startsAt: at(6, 4), endsAt: at(6, 5) });
  await run();
  assert.match(text('call'), new RegExp(`DTSTART:${short(at(6, 4))}Z`));
  assert.match(text('call'), /CATEGORIES:重要.*ATTENDEE:mailto:li@kunlun\.example.*TRIGGER:-PT15M/s);
  server.put('call.ics', text('call').replace('SUMMARY:技术评审', 'SUMMARY:技术评审（改线上）'));
  await run();
  assert.equal((await one('技术评审（改线上）')).id, id);
});

test('SAL-02 deletions follow in both directions, and a change outlives a deletion', async () => {
  const here = await made({ subject: '取消的', startsAt: at(7, 2) });
  for (const name of ['gone', 'kept']) entry(name, [`DTSTART:${short(at(7, 4))}Z`, `SUMMARY:${name}`]);
  await run();
  await wei('DELETE', `/api/records/meeting/${here.id}`);
  const kept = await one('kept');
  await wei('PATCH', `/api/records/meeting/${kept.id}`, { location: '昆山' });
  for (const name of ['gone', 'kept']) server.remove(`${name}.ics`);
  await run();
  assert.equal(text(here.id), '');
  assert.deepEqual(await meetings('gone'), []);
  assert.match(text(kept.id), /LOCATION:昆山/);
  assert.equal((await one('kept')).id, kept.id);
});

test('SAL-02 of two changes at once the later one stands, and the other is in the history of the meeting', async () => {
  const stamp = (minutes: number) =>
    short(new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+Z/, ''));
  for (const name of ['early', 'late']) entry(name, [`DTSTART:${short(at(8, 4))}Z`, `SUMMARY:${name}`]);
  await run();
  const ids: Record<string, string> = {};
  for (const [name, minutes] of [
    ['early', -60],
    ['late', 60],
  ] as const) {
    const { id } = await one(name);
    ids[name] = id;
    await wei('PATCH', `/api/records/meeting/${id}`, { location: '这里' });
    entry(name, [
      `DTSTART:${short(at(8, 4))}Z`,
      `SUMMARY:${name}`,
      'LOCATION:那里',
      `LAST-MODIFIED:${stamp(minutes)}Z`,
    ]);
  }
  await run();
  assert.equal((await one('early')).location, '这里');
  assert.match(text('early'), /LOCATION:这里/);
  assert.equal((await one('late')).location, '那里');
  for (const id of Object.values(ids))
    assert.match(JSON.stringify((await wei('GET', `/api/records/meeting/${id}/timeline`)).body), /那里/);
});

test('SAL-02 a series comes over with the times that are changed or left out, and goes back so', async () => {
  const zoned = (days: number, hour: number) => `;TZID=Asia/Shanghai:${short(at(days, hour))}`;
  entry(
    'weekly',
    [
      `DTSTART${zoned(10, 9)}`,
      `DTEND${zoned(10, 10)}`,
      'RRULE:FREQ=WEEKLY;COUNT=5',
      `EXDATE${zoned(17, 9)}`,
      'SUMMARY:周会',
    ],
    [
      'BEGIN:VEVENT',
      'UID:weekly',
      `RECURRENCE-ID${zoned(24, 9)}`,
      `DTSTART${zoned(25, 14)}`,
      `DTEND${zoned(25, 15)}`,
      'SUMMARY:周会（改期）',
      'END:VEVENT',
    ],
  );
  await run();
  const series = await one('周会');
  assert.deepEqual(
    [series.startsAt, series.repeats],
    [at(10, 1), { rule: 'FREQ=WEEKLY;COUNT=5', zone: 'Asia/Shanghai', except: [at(17, 1), at(24, 1)] }],
  );
  const alone = await one('周会（改期）');
  assert.deepEqual([alone.startsAt, alone.seriesAt], [at(25, 6), at(24, 1)]);
  await wei('PATCH', `/api/records/meeting/${alone.id}`, { subject: '周会（线上）' });
  const time = `/api/records/meeting/${series.id}/occurrences/${encodeURIComponent(at(31, 1))}?reach=this`;
  assert.equal((await wei('PATCH', time, { location: '三楼' })).status, 200);
  await run();
  assert.match(text('weekly'), new RegExp(`EXDATE${zoned(17, 9)}\\r\\n`));
  assert.doesNotMatch(text('weekly'), new RegExp(`EXDATE${zoned(24, 9)}`));
  assert.match(text('weekly'), /SUMMARY:周会（线上）/);
  assert.match(text('weekly'), new RegExp(`RECURRENCE-ID${zoned(31, 9)}[^]*LOCATION:三楼`));
  server.taken();
  await run();
  assert.deepEqual(server.taken(), ['REPORT']);

  server.remove('weekly.ics');
  await run();
  assert.deepEqual([await meetings('周会'), await meetings('周会（线上）'), text(alone.id)], [[], [], '']);
});

test('SAL-02 whole days stay whole days, and what a meeting cannot say is left alone and told', async () => {
  const day = (days: number) => short(at(days, 0)).slice(0, 8);
  entry('fair', [`DTSTART;VALUE=DATE:${day(12)}`, `DTEND;VALUE=DATE:${day(14)}`, 'SUMMARY:展会']);
  entry('pill', [`DTSTART:${short(at(2, 4))}Z`, 'RRULE:FREQ=HOURLY', 'SUMMARY:每小时']);
  entry('never', [
    `DTSTART;TZID=Nowhere/Land:${short(at(2, 4))}`,
    'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'SUMMARY:不会来',
  ]);
  const before = [text('pill'), text('never')];
  assert.equal((await run()).leftAlone, 2);
  const fair = await one('展会');
  assert.deepEqual([fair.startsAt, fair.endsAt], [at(11, 16), at(13, 16)]);
  await wei('PATCH', `/api/records/meeting/${fair.id}`, { endsAt: at(14, 16) });
  await run();
  assert.match(
    text('fair'),
    new RegExp(`DTSTART;VALUE=DATE:${day(12)}\\r\\n[^]*DTEND;VALUE=DATE:${day(15)}\\r\\n`),
  );
  assert.deepEqual([text('pill'), text('never')], before);
});

test('SAL-02 a calendar that may not be written is told of, and tried again without filling the history', async () => {
  const fixed = (more: readonly string[] = []) =>
    entry('fixed', [`DTSTART:${short(at(9, 4))}Z`, 'SUMMARY:只读', ...more]);
  fixed();
  await run();
  const { id } = await one('只读');
  server.can.write = false;
  await wei('PATCH', `/api/records/meeting/${id}`, { location: '这里' });
  fixed(['LOCATION:那里', 'LAST-MODIFIED:20260101T000000Z']);
  assert.equal((await run()).reason, 'calendarRefused');
  const { version } = await one('只读');
  assert.equal((await run()).reason, 'calendarRefused');
  assert.equal((await one('只读')).version, version);
  server.can.write = true;
  assert.equal((await run()).reason, null);
  assert.match(text('fixed'), /LOCATION:这里/);
});

test('SAL-02 without sync tokens the tags are compared, and a failure is told with its reason', async () => {
  server.can.sync = false;
  entry('plain', [`DTSTART:${short(at(9, 4))}Z`, 'SUMMARY:没有令牌']);
  await run();
  const { id } = await one('没有令牌');
  server.taken();
  await run();
  assert.deepEqual(server.taken().at(-1), 'PROPFIND');
  server.remove('plain.ics');
  await run();
  assert.equal((await wei('GET', `/api/records/meeting/${id}`)).status, 404);
  server.can.password = 'another one';
  assert.equal((await run()).reason, 'calendarSignIn');
  assert.equal((await wei('DELETE', '/api/calendar-sync')).status, 204);
  assert.equal((await wei('POST', '/api/calendar-sync/run')).status, 404);
  assert.ok(text('lunch'), 'what is there stays');
});
