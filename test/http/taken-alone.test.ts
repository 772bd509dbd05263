import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startProduct } from './product.ts';

const { ask, colleague } = await startProduct();
const seller = { roles: ['salesRepresentative'] };
const wei = await colleague({ ...seller, name: '张伟', email: 'wei@hengyue.example' });
const min = await colleague({ ...seller, name: '李敏', email: 'min@hengyue.example' });

const made = async (object: string, values: object) => {
  const { status, body } = await ask('POST', `/api/records/${object}`, values);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const room = (await made('facility', { name: '会议室 A' })).id;
const other = (await made('facility', { name: '会议室 B' })).id;
const at = (day: string, hour: string) => `${day}T${hour}:00+00:00`;
const meeting = (day: string, from: string, to: string, more: object = {}) => ({
  ...{ subject: '评审', startsAt: at(day, from), endsAt: at(day, to), facilities: [room], ...more },
});
const refusedBy = ({ status, body }: Awaited<ReturnType<typeof ask>>) => [
  status,
  ...(body.errors ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
];
const taken = [422, 'facilities takenThen'];
const post = (values: object, who = ask) => who('POST', '/api/records/meeting', values);

test('SAL-02 a room that is taken is refused by name and hour, also to whoever may not see by what', async () => {
  await made('meeting', meeting('2027-03-01', '01:00', '02:00'));
  const second = await post(meeting('2027-03-01', '01:30', '03:00'), min);
  assert.deepEqual(refusedBy(second), taken);
  assert.match(second.body.errors[0].message, /会议室 A.*9:00.*10:00/);
  assert.equal((await post(meeting('2027-03-01', '02:00', '03:00'), min)).status, 201);
  assert.equal((await post(meeting('2027-03-01', '01:00', '02:00', { facilities: [other] }))).status, 201);
  assert.equal((await post(meeting('2027-03-01', '01:00', '02:00', { status: 'cancelled' }))).status, 201);
});

test('SAL-02 so is moving there, taking the room later, calling it on again and taking it out of the bin', async () => {
  const first = await made('meeting', meeting('2027-03-02', '01:00', '02:00'));
  const later = await made('meeting', meeting('2027-03-02', '03:00', '04:00'));
  const change = (id: string, values: object) => ask('PATCH', `/api/records/meeting/${id}`, values);
  const moved = { startsAt: at('2027-03-02', '01:30'), endsAt: at('2027-03-02', '02:30') };
  assert.deepEqual(refusedBy(await change(later.id, moved)), taken);
  assert.equal((await change(later.id, { facilities: [], ...moved })).status, 200);
  assert.deepEqual(refusedBy(await change(later.id, { facilities: [room] })), taken);
  assert.equal((await change(first.id, { status: 'cancelled' })).status, 200);
  assert.equal((await change(later.id, { facilities: [room] })).status, 200);
  assert.deepEqual(refusedBy(await change(first.id, { status: 'planned' })), taken);
  const binned = await made('meeting', meeting('2027-03-02', '08:00', '09:00'));
  await ask('DELETE', `/api/records/meeting/${binned.id}`);
  await made('meeting', meeting('2027-03-02', '08:30', '09:30'));
  assert.deepEqual(refusedBy(await ask('POST', `/api/records/meeting/${binned.id}/restore`)), taken);
});

test('SAL-02 a series takes its room each time, and a single time of it that is moved alone', async () => {
  const weekly = await made(
    'meeting',
    meeting('2027-04-06', '01:00', '02:00', { repeats: 'FREQ=WEEKLY;BYDAY=TU' }),
  );
  assert.deepEqual(refusedBy(await post(meeting('2027-06-15', '01:30', '01:45'))), taken);
  const monthly = meeting('2027-04-13', '01:30', '02:30', { repeats: 'FREQ=MONTHLY' });
  assert.deepEqual(refusedBy(await post(monthly)), taken);
  await made('meeting', meeting('2027-06-16', '01:00', '02:00'));
  const time = `/api/records/meeting/${weekly.id}/occurrences/${encodeURIComponent(at('2027-06-15', '01:00'))}?reach=this`;
  assert.deepEqual(refusedBy(await ask('PATCH', time, { startsAt: at('2027-06-16', '01:30') })), taken);
  assert.equal((await ask('PATCH', time, { startsAt: at('2027-06-17', '01:30') })).status, 200);
  assert.equal((await post(meeting('2027-06-15', '01:00', '02:00'))).status, 201);
});

test('SAL-02 of several at once each is told by its place, and none is written', async () => {
  const both = [meeting('2027-05-01', '01:00', '02:00'), meeting('2027-05-01', '01:30', '02:30')];
  const { status, body } = await ask('POST', '/api/records/meeting', both);
  assert.deepEqual([status, body.errors[0].field], [422, '0.facilities']);
  assert.equal((await post(meeting('2027-05-01', '01:00', '02:30'))).status, 201);
});

test('SAL-02 of ten who take a room at the same moment one has it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      post(meeting('2027-05-03', '01:00', '02:00', { subject: `${n}` }), n % 2 ? wei : min),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  for (const answer of answers.filter(({ status }) => status !== 201))
    assert.deepEqual(refusedBy(answer), taken);
  const free = await Promise.all(
    ['05:00', '06:00', '07:00'].map((hour) =>
      made('meeting', meeting('2027-05-03', hour, hour.replace(':00', ':50'))),
    ),
  );
  const changes = await Promise.all(
    free.map(({ id }) =>
      ask('PATCH', `/api/records/meeting/${id}`, {
        ...{ startsAt: at('2027-05-03', '10:00'), endsAt: at('2027-05-03', '11:00') },
      }),
    ),
  );
  assert.deepEqual(changes.map(({ status }) => status).sort(), [200, 422, 422]);
});

test('SAL-02 a company says when it works, and free times are looked for in the working hours of all alone', async () => {
  const ling = await colleague({ ...seller, name: '凌云', email: 'ling@hengyue.example' });
  const hours = [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ];
  const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
  const workingTime = {
    week,
    publicHolidays: 'CN',
    days: [
      { from: '2026-11-06', name: '司庆', works: false },
      { from: '2026-11-07', name: '调班', works: true },
      {
        from: '2026-11-09',
        to: '2026-11-10',
        name: '盘点',
        works: true,
        hours: [{ from: '10:00', to: '11:00' }],
      },
    ],
    ownHours: true,
  };
  const set = await ask('PATCH', '/api/company', { workingTime });
  assert.equal(set.status, 200, JSON.stringify(set.body));
  const told = async (from: string, to: string, ids = '', who = min) => {
    const query = new URLSearchParams({ from: at(from, '00:00'), to: at(to, '00:00'), ids });
    const { status, body } = await who('GET', `/api/working-time?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const spans = (given: readonly { from: string; to: string }[]) =>
    given.map(({ from, to }) => `${from.slice(5, 16)} ${to.slice(11, 16)}`);
  const week45 = await told('2026-11-05', '2026-11-11');
  assert.deepEqual(spans(week45.company), [
    ...['11-05T01:00 04:00', '11-05T05:30 10:00', '11-07T01:00 04:00', '11-07T05:30 10:00'],
    ...['11-09T02:00 03:00', '11-10T02:00 03:00'],
  ]);
  assert.deepEqual(
    week45.days.map(({ day, name, works }: { day: string; name: string; works: boolean }) => [
      day,
      name,
      works,
    ]),
    [
      ['2026-11-06', '司庆', false],
      ['2026-11-07', '调班', true],
      ['2026-11-09', '盘点', true],
      ['2026-11-10', '盘点', true],
    ],
  );
  // By decree the 1st of October is free and the 10th, a Saturday, is worked.
  assert.deepEqual(spans((await told('2026-10-01', '2026-10-02')).company), []);
  assert.equal((await told('2026-10-10', '2026-10-11')).company.length, 2);

  // Somebody works at hours of his own, on his own clock; another one is away.
  const morning = { week: { tuesday: [{ from: '07:00', to: '10:00' }] }, companyDays: false };
  assert.equal(
    (await ling('PATCH', '/api/me', { workingTime: morning, timeZone: 'Asia/Tokyo' })).status,
    200,
  );
  const { people } = await told('2026-11-02', '2026-11-08', `${ling.id},${min.id}`);
  const own = people.find(({ id }: { id: string }) => id === ling.id).working;
  assert.deepEqual(spans(own), ['11-02T22:00 01:00']);

  // Before the company comes the team: the only one of his that has hours, or of several the one that is his main one.
  const early = { week: { tuesday: [{ from: '05:00', to: '08:00' }] }, companyDays: false };
  const late = { week: { tuesday: [{ from: '15:00', to: '23:00' }] }, companyDays: false };
  const team = (name: string, time: object | null, members: readonly string[]) =>
    made('team', { name, members, workingTime: time });
  const working = async (id: string) => {
    const { people: told45 } = await told('2026-11-02', '2026-11-08', id);
    return spans(told45[0].working);
  };
  const companys = await working(min.id);
  await team('无固定时间', null, [min.id]);
  const first = await team('早班', early, [min.id, ling.id]);
  const dawn = ['11-02T21:00 00:00'];
  assert.deepEqual([await working(min.id), await working(ling.id)], [dawn, ['11-02T22:00 01:00']]);
  const second = await team('晚班', late, [min.id]);
  assert.deepEqual(await working(min.id), companys, 'in two of them, and none is said to be the main one');
  const mainly = (mainTeam: string | null) => ask('PATCH', `/api/records/user/${min.id}`, { mainTeam });
  assert.equal((await mainly(second.id)).status, 200);
  assert.deepEqual(await working(min.id), ['11-03T07:00 15:00']);
  await mainly(null);
  await ask('DELETE', `/api/records/team/${second.id}`);
  assert.deepEqual(await working(min.id), dawn, 'what is in the bin has no hours');
  await ask('PATCH', `/api/records/team/${first.id}`, { members: [ling.id] });
  assert.deepEqual(await working(min.id), companys);
  const twice = {
    week: {
      monday: [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
    },
  };
  const wrong = await ask('PATCH', `/api/records/team/${first.id}`, { workingTime: twice });
  assert.deepEqual([wrong.status, wrong.body.errors[0].field], [422, 'workingTime.week.monday']);
  const taken = async (values: object, more: object = {}) => {
    const { status, body } = await min('POST', '/api/records/meeting/taken', { values, ...more });
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const lunch = { startsAt: at('2027-06-09', '04:30'), endsAt: at('2027-06-09', '05:30'), colleagues: [] };
  assert.deepEqual(await taken(lunch), {
    taken: [],
    off: [{ id: min.id, name: '李敏' }],
    free: { from: '2027-06-09T05:30:00.000Z', to: '2027-06-09T06:30:00.000Z' },
  });
  await min('POST', '/api/records/absence', {
    ...{ person: min.id, kind: 'leave' },
    ...{ startsAt: at('2027-06-08', '00:00'), endsAt: at('2027-06-09', '10:00') },
  });
  // Leave is no matter of hours, though it is told what it falls on.
  const leave = { person: ling.id, startsAt: at('2027-06-13', '00:00'), endsAt: at('2027-06-15', '10:00') };
  const noted = (await ask('POST', '/api/records/absence/taken', { values: leave })).body;
  assert.deepEqual(noted, { taken: [], off: [] });
  const away = await taken(lunch);
  assert.deepEqual([away.taken[0].name, away.free.from], ['李敏', '2027-06-10T01:00:00.000Z']);
  assert.equal((await taken(lunch, { anyHour: true })).free.from, '2027-06-09T10:00:00.000Z');
  // They have no hour in common.
  const both = await taken({ ...lunch, colleagues: [ling.id] });
  assert.deepEqual(both.off.map(({ name }: { name: string }) => name).sort(), ['凌云', '李敏'].sort());
  assert.equal(both.free, undefined);

  // What is wrong is told at its place, and who may not is refused.
  const refused = async (asked: ReturnType<typeof ask>) => {
    const { status, body } = await asked;
    return [status, body.errors?.[0]?.field, body.errors?.[0]?.code];
  };
  const company = (part: object) =>
    ask('PATCH', '/api/company', { workingTime: { ...workingTime, ...part } });
  assert.deepEqual(await refused(company({ week: { monday: [{ from: '9', to: '12:00' }] } })), [
    ...[422, 'workingTime.week.monday.0.from', 'notClock'],
  ]);
  assert.deepEqual(await refused(company({ week: { monday: [hours[1], hours[1]] } })), [
    ...[422, 'workingTime.week.monday', 'hoursMeet'],
  ]);
  assert.deepEqual(await refused(company({ week: {} })), [422, 'workingTime.week', 'noWorkingDay']);
  assert.deepEqual(await refused(company({ days: [{ from: '2026-02-30', name: 'x', works: false }] })), [
    ...[422, 'workingTime.days.0.from', 'notDate'],
  ]);
  assert.deepEqual(await refused(company({ days: [workingTime.days[0], workingTime.days[0]] })), [
    ...[422, 'workingTime.days', 'daysMeet'],
  ]);
  assert.deepEqual(await refused(company({ publicHolidays: 'XX' })), [
    ...[422, 'workingTime.publicHolidays', 'notAChoice'],
  ]);
  assert.deepEqual(
    await refused(ask('PATCH', `/api/records/user/${ling.id}`, { workingTime: { week: 1 } })),
    [...[422, 'workingTime.week', 'notARecord']],
  );
  assert.equal((await ling('PATCH', '/api/company', { workingTime })).status, 403);
  await company({ ownHours: false });
  assert.deepEqual(await refused(ling('PATCH', '/api/me', { workingTime: null })), [
    ...[403, 'workingTime', 'hoursOfCompany'],
  ]);
  assert.equal((await ask('PATCH', `/api/records/user/${ling.id}`, { workingTime: null })).status, 200);
  await ling('PATCH', '/api/me', { timeZone: 'Asia/Shanghai' });
});
