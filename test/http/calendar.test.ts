import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startProduct } from './product.ts';

const { ask, colleague } = await startProduct();
const seller = { roles: ['salesRepresentative'] };
const wei = await colleague({ ...seller, name: '张伟', email: 'wei@hengyue.example' });
const min = await colleague({ ...seller, name: '李敏', email: 'min@hengyue.example' });

const at = (day: string, hour = '01:00') => `${day}T${hour}:00+00:00`;
const made = async (values: object) => {
  const { status, body } = await ask('POST', '/api/records/meeting', values);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const weekly = (more: object = {}) =>
  made({
    subject: '周例会',
    startsAt: at('2026-03-03'),
    endsAt: at('2026-03-03', '02:00'),
    repeats: 'FREQ=WEEKLY;BYDAY=TU',
    ...more,
  });
const days = async (where: object, from = '2026-03-01', to = '2026-04-01', who = ask) => {
  const query = new URLSearchParams({
    from: at(from, '00:00'),
    to: at(to, '00:00'),
    where: JSON.stringify(where),
    select: 'subject',
  });
  const { body } = await who('GET', `/api/records/meeting/occurrences?${query}`);
  return (body.occurrences as readonly { from: string }[]).map(({ from }) => from.slice(5, 16));
};
const time = (id: string, day: string, reach: string, hour?: string) =>
  `/api/records/meeting/${id}/occurrences/${encodeURIComponent(at(day, hour))}?reach=${reach}`;

test('SAL-02 a meeting that comes back every week is on each of its days, by the clock of who wrote it down', async () => {
  const { id, repeats } = await weekly();
  assert.deepEqual(repeats, { rule: 'FREQ=WEEKLY;BYDAY=TU', zone: 'Asia/Shanghai' });
  assert.deepEqual(await days({ id }), [
    '03-03T01:00',
    '03-10T01:00',
    '03-17T01:00',
    '03-24T01:00',
    '03-31T01:00',
  ]);
  assert.deepEqual(await days({ id }, '2036-03-01', '2036-03-09'), ['03-04T01:00']);
});

test('SAL-02 one time of a series is moved alone and becomes a record of its own', async () => {
  const { id, subject } = await weekly({ colleagues: [wei.id] });
  const moved = await ask('PATCH', time(id, '2026-03-10', 'this'), { startsAt: at('2026-03-11', '05:00') });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  const { startsAt, endsAt, series, seriesAt, repeats } = moved.body;
  assert.deepEqual(
    [startsAt, endsAt, series.id ?? series, seriesAt, repeats, moved.body.subject],
    [
      at('2026-03-11', '05:00:00').replace(':00+', '+'),
      at('2026-03-11', '06:00:00').replace(':00+', '+'),
      id,
      at('2026-03-10', '01:00:00').replace(':00+', '+'),
      null,
      subject,
    ],
  );
  assert.equal(moved.body.colleagues.length, 1);
  const told = (await ask('GET', `/api/records/meeting/${id}/timeline`)).body.entries;
  assert.deepEqual(
    told.map(({ kind }: { kind: string }) => kind),
    ['updated', 'created'],
  );
  const both = { or: [{ id }, { series: id }] };
  assert.deepEqual(await days(both), [
    '03-03T01:00',
    '03-11T05:00',
    '03-17T01:00',
    '03-24T01:00',
    '03-31T01:00',
  ]);
});

test('SAL-02 this and the following times become a series of their own; those before stay', async () => {
  const { id } = await weekly({ repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=5' });
  const next = await ask('PATCH', time(id, '2026-03-17', 'following'), {
    startsAt: at('2026-03-18', '03:00'),
    subject: '双周会',
  });
  assert.equal(next.status, 200, JSON.stringify(next.body));
  assert.equal(next.body.repeats.rule, 'FREQ=WEEKLY;BYDAY=WE;COUNT=3');
  assert.deepEqual(await days({ id }), ['03-03T01:00', '03-10T01:00']);
  assert.deepEqual(await days({ id: next.body.id }, '2026-03-01', '2026-05-01'), [
    '03-18T03:00',
    '03-25T03:00',
    '04-01T03:00',
  ]);
});

test('SAL-02 all times are moved with the one that is moved, and excepted ones with them', async () => {
  const { id } = await weekly();
  await ask('DELETE', time(id, '2026-03-10', 'this'));
  const all = await ask('PATCH', time(id, '2026-03-17', 'all'), {
    startsAt: at('2026-03-19', '02:30'),
    endsAt: at('2026-03-19', '04:00'),
  });
  assert.equal(all.status, 200, JSON.stringify(all.body));
  assert.equal(all.body.duration, 5400);
  assert.deepEqual(await days({ id }), ['03-05T02:30', '03-19T02:30', '03-26T02:30']);
});

test('SAL-02 times are taken out: one, it and the following, all', async () => {
  const { id } = await weekly();
  assert.equal((await ask('DELETE', time(id, '2026-03-10', 'this'))).status, 204);
  assert.equal((await ask('DELETE', time(id, '2026-03-24', 'following'))).status, 204);
  assert.deepEqual(await days({ id }), ['03-03T01:00', '03-17T01:00']);
  assert.equal((await ask('DELETE', time(id, '2026-03-17', 'all'))).status, 204);
  assert.equal((await ask('GET', `/api/records/meeting/${id}`)).status, 404);
});

test('SAL-02 what is no time of a series, a rule that cannot be read and a window too long are refused by name', async () => {
  const { id } = await weekly();
  const errors = async (asked: ReturnType<typeof ask>) => {
    const { status, body } = await asked;
    return [status, body.errors?.[0]?.field, body.errors?.[0]?.code];
  };
  assert.deepEqual(await errors(ask('PATCH', time(id, '2026-03-04', 'this'), { subject: 'x' })), [
    422,
    'at',
    'notAnOccurrence',
  ]);
  assert.deepEqual(await errors(ask('PATCH', time(id, '2026-03-10', 'some'), { subject: 'x' })), [
    422,
    'reach',
    'notAChoice',
  ]);
  assert.deepEqual(await errors(ask('PATCH', `/api/records/meeting/${id}`, { repeats: 'every week' })), [
    422,
    'repeats',
    'notRecurrence',
  ]);
  assert.deepEqual(await errors(ask('PATCH', time(id, '2026-03-10', 'this'), { nonsense: 1 })), [
    422,
    'nonsense',
    'unknownField',
  ]);
  const window = `/api/records/meeting/occurrences?from=${at('2026-01-01').replace('+', '%2B')}&to=${at('2029-02-01').replace('+', '%2B')}`;
  assert.deepEqual(await errors(ask('GET', window)), [422, 'to', 'windowTooLong']);
  assert.equal((await ask('GET', window.replace('meeting', 'account').replace('2029', '2026'))).status, 404);
});

test('SAL-02 a calendar shows each person only the meetings that he may see, and changes only those that he may change', async () => {
  const { id } = await weekly({ owner: wei.id });
  assert.equal((await days({ id }, '2026-03-01', '2026-04-01', wei)).length, 5);
  assert.deepEqual(await days({ id }, '2026-03-01', '2026-04-01', min), []);
  assert.equal((await min('PATCH', time(id, '2026-03-10', 'this'), { subject: 'x' })).status, 404);
});

test('SAL-02 who is free is told across people, and nothing of what others are taken up by', async () => {
  const room = (await ask('POST', '/api/records/facility', { name: '会议室 A' })).body.id;
  await weekly({
    subject: '裁员会议',
    owner: wei.id,
    facilities: [room],
    startsAt: at('2026-06-02'),
    endsAt: at('2026-06-02', '02:00'),
  });
  await made({
    subject: '电话',
    owner: wei.id,
    startsAt: at('2026-06-09', '01:30'),
    endsAt: at('2026-06-09', '03:00'),
  });
  await made({
    subject: '取消的',
    owner: wei.id,
    status: 'cancelled',
    startsAt: at('2026-06-09', '08:00'),
    endsAt: at('2026-06-09', '09:00'),
  });
  const busy = (object: string, ids: string) => {
    const query = new URLSearchParams({
      from: at('2026-06-08', '00:00'),
      to: at('2026-06-15', '00:00'),
      ids,
    });
    return min('GET', `/api/records/${object}/free-busy?${query}`);
  };
  const { body } = await busy('user', `${wei.id},${min.id}`);
  assert.deepEqual(
    Object.fromEntries(body.taken.map(({ id, busy }: { id: string; busy: unknown }) => [id, busy])),
    { [wei.id]: [{ from: '2026-06-09T01:00:00.000Z', to: '2026-06-09T03:00:00.000Z' }], [min.id]: [] },
  );
  const taken = (await busy('facility', room)).body.taken;
  assert.deepEqual(taken[0].busy, [{ from: '2026-06-09T01:00:00.000Z', to: '2026-06-09T02:00:00.000Z' }]);
});

test('SAL-02 before a meeting is saved it is told who has something else then, how often, and when all are free next', async () => {
  const secret = await made({
    ...{ subject: '裁员会议', owner: wei.id },
    ...{ startsAt: at('2027-03-03', '01:30'), endsAt: at('2027-03-03', '02:10') },
  });
  const taken = async (intended: object, who = min) => {
    const { status, body } = await who('POST', '/api/records/meeting/taken', intended);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const values = { startsAt: at('2027-03-03'), endsAt: at('2027-03-03', '02:00'), colleagues: [wei.id] };
  const busy = [{ from: '2027-03-03T01:30:00.000Z', to: '2027-03-03T02:10:00.000Z' }];
  const once = await taken({ values });
  assert.deepEqual(once.taken, [{ object: 'user', id: wei.id, name: '张伟', busy, times: 1 }]);
  assert.deepEqual(once.free, { from: '2027-03-03T02:30:00.000Z', to: '2027-03-03T03:30:00.000Z' });
  assert.ok(!JSON.stringify(once).includes(secret.subject));
  assert.deepEqual((await taken({ values: { ...values, colleagues: [] } })).taken, []);

  // Of a series each time counts, and there is no next time to tell.
  const daily = await taken({ values: { ...values, repeats: 'FREQ=DAILY;COUNT=3' } });
  assert.deepEqual([daily.taken[0].times, daily.taken[0].busy, daily.free], [1, busy, undefined]);
  await weekly({
    owner: wei.id,
    repeats: 'FREQ=WEEKLY',
    startsAt: at('2027-03-03'),
    endsAt: at('2027-03-03', '02:00'),
  });
  const often = await taken({ values: { ...values, repeats: 'FREQ=WEEKLY;COUNT=3' } });
  assert.equal(often.taken[0].times, 3);
});

test('SAL-02 what is moved does not stand in its own way, and one time of a series in that of the others', async () => {
  const moved = async (id: string, intended: object) =>
    (await ask('POST', '/api/records/meeting/taken', { id, ...intended })).body.taken.length;
  const single = await made({
    ...{ subject: '签约', owner: min.id },
    ...{ startsAt: at('2027-05-04', '05:00'), endsAt: at('2027-05-04', '06:00') },
  });
  const later = { startsAt: at('2027-05-04', '05:30'), endsAt: at('2027-05-04', '06:30') };
  assert.equal(await moved(single.id, { values: later }), 0);
  const series = await weekly({
    ...{ owner: min.id, repeats: 'FREQ=DAILY;COUNT=5' },
    ...{ startsAt: at('2027-05-03'), endsAt: at('2027-05-03', '02:00') },
  });
  const onto = (start: string) => ({
    at: at('2027-05-03'),
    values: { startsAt: at('2027-05-04', start), endsAt: at('2027-05-04', '04:00') },
  });
  assert.equal(await moved(series.id, onto('01:30')), 1);
  assert.equal(await moved(series.id, onto('03:00')), 0);
  assert.equal(await moved(series.id, { ...onto('01:30'), reach: 'all' }), 0);
  const over = await ask('POST', '/api/records/meeting/taken', { id: 'x', values: 1 });
  assert.deepEqual([over.status, over.body.errors[0].field], [422, 'values']);
});

test('SAL-02 one’s own calendar has a private address that other programs read, with one’s rights, until it is renewed', async () => {
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const own = await made({
    subject: '拜访恒悦',
    owner: wei.id,
    startsAt: soon,
    location: '苏州',
    repeats: 'FREQ=WEEKLY',
  });
  await made({ subject: '董事会', startsAt: soon });
  const alone = await ask(
    'PATCH',
    `/api/records/meeting/${own.id}/occurrences/${encodeURIComponent(own.startsAt)}?reach=this`,
    { subject: '改期的拜访' },
  );
  assert.equal(alone.status, 200);

  const { body } = await wei('POST', '/api/calendar-feed');
  const path = new URL(body.address).pathname;
  const stranger = (url: string) => ask('GET', url, undefined, { cookie: '' });
  const read = await stranger(path);
  assert.equal(read.status, 200);
  assert.match(String(read.headers['content-type']), /^text\/calendar/);
  assert.match(read.body, /SUMMARY:拜访恒悦\r\n/);
  assert.match(
    read.body,
    new RegExp(`UID:${own.id}\\r\\n[^]*RECURRENCE-ID;TZID=Asia/Shanghai:[^]*SUMMARY:改期的拜访`),
  );
  assert.match(read.body, /RRULE:FREQ=WEEKLY\r\nSUMMARY:拜访恒悦/);
  assert.doesNotMatch(read.body, /董事会/);

  const renewed = (await wei('POST', '/api/calendar-feed')).body.address;
  assert.equal((await stranger(path)).status, 404);
  assert.equal((await stranger(new URL(renewed).pathname)).status, 200);
  await ask('PATCH', `/api/records/user/${wei.id}`, { active: false });
  assert.equal((await stranger(new URL(renewed).pathname)).status, 404);
});
