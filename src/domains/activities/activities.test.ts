import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eventually } from '#test/eventually.ts';
import { type Product, startProduct } from '#test/http/product.ts';

describe('what people do about customers', () => {
  let product: Product;
  let contact = '';
  let account = '';
  before(async () => {
    product = await startProduct();
    account = (await make('account', { name: '株洲天成轨道交通装备有限公司' })).id;
    contact = (await make('contact', { name: '诸葛海燕', account })).id;
  });

  const make = async (object: string, values: object) => {
    const answer = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  };
  const list = async (object: string, where: object, rest = '') =>
    (
      await product.ask(
        'GET',
        `/api/records/${object}?where=${encodeURIComponent(JSON.stringify(where))}${rest}`,
      )
    ).body.records;

  it('CUS-23 every touch, whatever the channel, is one record type with channel, direction, outcome, duration and cost', async () => {
    const regarding = { object: 'contact', id: contact };
    const call = await make('call', {
      subject: '确认交期',
      regarding,
      duration: 300,
      cost: '1.20',
      outcome: 'successful',
    });
    assert.equal(call.contact, contact, 'a call about a person is with that person');
    await make('call', { subject: '下周再约', regarding, status: 'planned' });
    await make('email', { subject: '询价', regarding, direction: 'inbound', status: 'received' });
    await make('meeting', {
      subject: '上门拜访',
      regarding,
      status: 'held',
      kind: 'visit',
      cost: '260',
      startsAt: '2026-11-02T06:00:00Z',
      endsAt: '2026-11-02T07:30:00Z',
    });
    await make('conversation', { subject: '微信沟通', regarding, channel: 'wecom', direction: 'inbound' });
    const touches = await list('touch', { contact }, '&sort=channel');
    assert.deepEqual(
      touches.map(({ channel, direction, duration, cost }: Touch) => [
        channel,
        direction,
        duration,
        cost?.amount,
      ]),
      [
        ['phone', 'outbound', 300, '1.20'],
        ['email', 'inbound', null, undefined],
        ['visit', 'outbound', 5400, '260.00'],
        ['wecom', 'inbound', null, undefined],
      ],
    );
    assert.deepEqual(touches[0].record, { object: 'call', id: call.id });
    const groups = await product.ask(
      'GET',
      '/api/records/touch/aggregate?groupBy=direction&measures=count,sum(cost)',
    );
    assert.deepEqual(groups.body.groups, [
      { direction: 'inbound', count: 2, 'sum(cost)': '0' },
      { direction: 'outbound', count: 2, 'sum(cost)': '261.20' },
    ]);
    assert.equal((await product.ask('POST', '/api/records/touch', { subject: '直接写入' })).status, 403);
    const patched = await product.ask('PATCH', `/api/records/touch/${call.id}`, { subject: '改写' });
    assert.ok([403, 404].includes(patched.status));
    await product.ask('DELETE', `/api/records/call/${call.id}`);
    assert.equal((await list('touch', { contact, channel: 'phone' })).length, 0);
  });

  it('CUS-02 every call, mail and visit stands on the timeline of the contact and of the customer within a second', async () => {
    const regarding = { object: 'account', id: account };
    const done = [
      await make('call', { subject: '回访', contact, regarding }),
      await make('email', { subject: '合同草案', recipients: [contact], regarding }),
      await make('meeting', { subject: '技术交流', attendees: [contact], regarding, status: 'held' }),
    ];
    const committed = Date.now();
    for (const [object, id] of [
      ['contact', contact],
      ['account', account],
    ]) {
      const { entries } = (await product.ask('GET', `/api/records/${object}/${id}/timeline`)).body;
      for (const { id: record, subject } of done)
        assert.ok(
          entries.some((entry: { record: { id: string } }) => entry.record.id === record),
          `${subject} is missing on the ${object}`,
        );
    }
    assert.ok(Date.now() - committed < 1000, 'all of it within a second of the last commit');
  });

  it('CUS-20 lists what is overdue for each person', async () => {
    await make('task', { subject: '提交投标文件', dueAt: '2026-01-05T09:00:00Z', priority: 'urgent' });
    await make('task', { subject: '年终总结', dueAt: '2099-12-31T09:00:00Z' });
    await make('task', { subject: '已交资料', dueAt: '2026-01-05T09:00:00Z', status: 'done' });
    const overdue = await list('task', { overdue: true });
    assert.deepEqual(
      overdue.map(({ subject }: { subject: string }) => subject),
      ['提交投标文件'],
    );
  });

  it('CUS-20 reminds whoever is to do it when the time has come, once, and until it is read', async () => {
    const wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    const remindAt = new Date(Date.now() - 1000).toISOString();
    const task = await make('task', {
      subject: '回复客户报价',
      owner: wei.id,
      remindAt,
      dueAt: '2099-01-01T00:00:00Z',
    });
    await make('task', { subject: '已经办完', owner: wei.id, remindAt, status: 'done' });
    const told = async () => (await wei('GET', '/api/notifications')).body;
    const first = await eventually(async () =>
      (await told()).notifications.find(({ kind }: { kind: string }) => kind === 'activities.taskDue'),
    );
    assert.deepEqual(
      [first.title, first.object, first.record, first.label, first.text],
      ['回复客户报价', 'task', task.id, '任务提醒', '截止时间：2099年1月1日 08:00'],
    );
    const read = await wei('PATCH', `/api/notifications/${first.id}`, { read: true });
    assert.equal(read.status, 204, JSON.stringify(read.body));
    const { notifications } = await told();
    const reminders = notifications.filter(({ kind }: { kind: string }) => kind === 'activities.taskDue');
    assert.deepEqual([reminders.length, reminders[0].read !== null], [1, true]);
  });

  it('CUS-20 the reminder goes along when the time of a task or meeting moves, unless it was set by hand', async () => {
    const task = await make('task', {
      subject: '准备方案',
      dueAt: '2099-03-02T02:00:00Z',
      remindBefore: 'minutes30',
    });
    assert.equal(Date.parse(task.remindAt), Date.parse('2099-03-02T01:30:00Z'));
    const change = async (values: object) =>
      (await product.ask('PATCH', `/api/records/task/${task.id}`, values)).body;
    const moved = await change({ dueAt: '2099-03-03T02:00:00Z' });
    assert.equal(Date.parse(moved.remindAt), Date.parse('2099-03-03T01:30:00Z'));
    const byHand = await change({ remindAt: '2099-03-01T00:00:00Z' });
    assert.equal(byHand.remindBefore, null);
    const again = await change({ dueAt: '2099-03-04T02:00:00Z' });
    assert.equal(Date.parse(again.remindAt), Date.parse('2099-03-01T00:00:00Z'));
    const meeting = await make('meeting', {
      subject: '方案评审',
      status: 'planned',
      startsAt: '2099-03-02T02:00:00Z',
      remindBefore: 'day',
    });
    assert.equal(Date.parse(meeting.remindAt), Date.parse('2099-03-01T02:00:00Z'));
  });

  it('CUS-20 a task that comes back is written down again when it is done, once', async () => {
    const task = await make('task', {
      subject: '周例会纪要',
      dueAt: '2026-01-31T02:00:00Z',
      remindBefore: 'minutes30',
      recurrence: 'monthly',
      regarding: { object: 'account', id: account },
    });
    const { status } = await product.ask('POST', '/api/actions/activities.completeTask', { ids: [task.id] });
    assert.equal(status, 200);
    const next = await eventually(
      async () => (await list('task', { subject: '周例会纪要', status: 'open' }))[0],
    );
    assert.deepEqual(
      [Date.parse(next.dueAt), Date.parse(next.remindAt), next.regarding, next.recurrence],
      [Date.parse('2026-02-28T02:00:00Z'), Date.parse('2026-02-28T01:30:00Z'), task.regarding, 'monthly'],
    );
    const again = await product.ask('POST', '/api/actions/activities.repeatTask', { id: task.id });
    assert.notEqual(again.status, 200);
    const done = (await product.ask('GET', `/api/records/task/${task.id}`)).body;
    assert.equal(done.repeatedAs, next.id);
    assert.notEqual(done.completedAt, null);
  });
});

interface Touch {
  readonly channel: string;
  readonly direction: string;
  readonly duration: number | null;
  readonly cost: { readonly amount: string } | null;
}
