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
