import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Meta } from '#kernel/meta.ts';
import { eventually } from '#test/eventually.ts';
import { type Asking, type Product, startProduct } from './product.ts';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly label?: string;
  readonly object: string;
  readonly record: { readonly id: string; readonly name: string };
  readonly actor: { readonly name: string } | null;
  readonly changes: readonly {
    readonly field: string;
    readonly label: string;
    readonly old: unknown;
    readonly new: unknown;
  }[];
  readonly activity?: ReturnType<JSON['parse']>;
  readonly share?: ReturnType<JSON['parse']>;
}

describe('the timeline', () => {
  let product: Product;
  let wei: Asking & { id: string };
  let account: { id: string };
  let contact: { id: string };

  before(async () => {
    product = await startProduct();
    wei = await product.colleague({
      name: '张伟',
      email: 'wei@hengyue.example',
      roles: ['salesRepresentative'],
    });
    account = await create(wei, 'account', { name: '苏州衡力精密机械', owner: wei.id });
    contact = await create(wei, 'contact', { lastName: '陆', firstName: '文博', account: account.id });
  });
  const create = async (ask: Asking, object: string, values: object) => {
    const { status, body } = await ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const timeline = async (object: string, id: string, parameters = '', ask: Asking = product.ask) => {
    const { status, body } = await ask('GET', `/api/records/${object}/${id}/timeline?${parameters}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body as { entries: readonly Entry[]; next?: string };
  };

  it('CUS-03 tells who changed which field, when, from what to what, with names in place of ids', async () => {
    const industry = await wei('PATCH', `/api/records/account/${account.id}`, {
      industry: 'manufacturing',
      employees: 180,
    });
    assert.equal(industry.status, 200);
    await product.ask('PATCH', `/api/records/contact/${contact.id}`, {
      owner: product.ask.headers.id ?? wei.id,
      title: '采购经理',
    });
    const [latest] = (await timeline('account', account.id, 'kinds=updated')).entries.filter(
      ({ object }) => object === 'account',
    );
    assert.deepEqual(
      [latest?.actor?.name, latest?.changes.map(({ label, old, new: now }) => [label, old, now])],
      [
        '张伟',
        [
          ['所属行业', null, 'manufacturing'],
          ['员工人数', null, 180],
        ],
      ],
    );
    const created = (await timeline('contact', contact.id)).entries.find(({ kind }) => kind === 'created');
    const field = created?.changes.find((change) => change.field === 'account');
    assert.deepEqual(field?.new, { id: account.id, name: '苏州衡力精密机械' });
  });

  it('CUS-02 shows every call, mail and visit of a contact on the timelines of contact and account, at the time it took place', async () => {
    const call = await create(wei, 'call', {
      subject: '询问交期',
      startedAt: '2026-03-05T02:00:00Z',
      regarding: { object: 'contact', id: contact.id },
    });
    const mail = await create(wei, 'email', {
      subject: '报价单',
      sentAt: '2026-03-06T02:00:00Z',
      regarding: { object: 'contact', id: contact.id },
    });
    for (const [object, id] of [
      ['contact', contact.id],
      ['account', account.id],
    ] as const) {
      const { entries } = await timeline(object, id);
      const activities = entries.filter(({ activity }) => activity);
      assert.deepEqual(
        activities.map(({ record, at, activity }) => [record.id, at, activity.subject]),
        [
          [mail.id, '2026-03-06T02:00:00+00:00', '报价单'],
          [call.id, '2026-03-05T02:00:00+00:00', '询问交期'],
        ],
      );
      assert.equal(activities[0]?.activity.owner.name, '张伟');
    }
  });

  it('pages without losing or repeating an entry', async () => {
    for (let n = 0; n < 7; n++)
      await wei('PATCH', `/api/records/account/${account.id}`, { employees: 200 + n });
    const all = (await timeline('account', account.id, 'limit=200')).entries.map(({ id }) => id);
    const paged: string[] = [];
    let next: string | undefined = '';
    do {
      const page: { entries: readonly Entry[]; next?: string } = await timeline(
        'account',
        account.id,
        `limit=3&cursor=${next}`,
      );
      paged.push(...page.entries.map(({ id }) => id));
      next = page.next;
    } while (next !== undefined);
    assert.deepEqual(paged, all);
    assert.equal(new Set(all).size, all.length);
    const bad = await product.ask('GET', `/api/records/account/${account.id}/timeline?cursor=abc`);
    assert.deepEqual([bad.status, bad.body.errors[0].field], [422, 'cursor']);
  });

  it('names the verb that did it', async () => {
    const deal = await create(wei, 'opportunity', {
      name: '数控机床',
      account: account.id,
      stage: 'negotiation',
      amount: '120000',
    });
    const won = await wei('POST', '/api/actions/sales.winOpportunity', {
      id: deal.id,
      input: { winReason: 'product' },
    });
    assert.equal(won.status, 200, JSON.stringify(won.body));
    const entry = (await timeline('opportunity', deal.id)).entries.find(
      ({ kind }) => kind === 'sales.winOpportunity',
    );
    assert.ok(entry?.label && !entry.label.includes('.'), JSON.stringify(entry));
  });

  it('shows nobody what he may not see', async () => {
    const na = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesRepresentative'],
    });
    assert.equal((await na('GET', `/api/records/account/${account.id}/timeline`)).status, 404);
    const pool = await create(product.ask, 'account', { name: '公海客户', owner: null });
    await create(wei, 'opportunity', { name: '未公开的商机', account: pool.id });
    const seen = (await timeline('account', pool.id, '', na)).entries;
    assert.deepEqual(
      seen.map(({ object }) => object),
      ['account'],
    );
    assert.equal((await timeline('account', pool.id, '', wei)).entries.length, 2);
  });

  it('CUS-16 tells with whom a record is shared and for what, also when that is taken back', async () => {
    const shared = await create(product.ask, 'account', { name: '无锡惠山轴承' });
    const { id } = await create(product.ask, 'share', {
      ...{ record: { object: 'account', id: shared.id }, access: 'update' },
      recipient: { object: 'user', id: wei.id },
    });
    await product.ask('DELETE', `/api/records/share/${id}`);
    const { entries } = await timeline('account', shared.id, 'kinds=share');
    assert.deepEqual(
      entries.map(({ kind, share }) => [kind, share?.recipient?.id, share?.access]),
      [
        ['deleted', wei.id, 'update'],
        ['created', wei.id, 'update'],
      ],
    );
  });

  it('CUS-21 WFL-07 people talk about a record under its rights: threads, mentions, reactions, one’s own words', async () => {
    const person = (name: string, email: string, role: string) =>
      product.colleague({ name, email: `${email}@hengyue.example`, roles: [role] });
    const boss = await person('陈静', 'jing', 'salesManager');
    const stranger = await person('赵敏', 'min', 'salesRepresentative');
    const talked = await create(product.ask, 'account', { name: '常州新北轴承', owner: wei.id });
    const regarding = { object: 'account', id: talked.id };
    const mention = (who: { id: string }, name: string) =>
      `<span data-mention="${who.id}" onclick="x()">@${name}</span>`;
    const body = `<p>${mention(stranger, '赵敏')} ${mention(wei, '张伟')} 请看报价<script>alert(1)</script></p>`;
    const first = await create(product.ask, 'comment', { regarding, body });
    assert.doesNotMatch(first.body, /script|onclick/);
    assert.deepEqual([first.subject, first.mentions.length], ['@赵敏 @张伟 请看报价', 2]);

    const answer = await create(wei, 'comment', { thread: first.id, body: '<p>好的</p>' });
    const further = await create(wei, 'comment', { thread: answer.id, body: '<p>已发出</p>' });
    assert.deepEqual([further.thread, further.regarding.id], [first.id, talked.id]);
    const said = (await timeline('account', talked.id, 'kinds=comment', wei)).entries;
    assert.deepEqual(
      said.filter(({ activity }) => activity).map(({ activity }) => activity.id),
      [further.id, answer.id, first.id],
    );

    const seen = async (who: { id: string }) =>
      (await wei('GET', `/api/records/account/${talked.id}/seen?person=${who.id}`)).body.seen;
    assert.deepEqual([await seen(stranger), await seen(wei)], [false, true]);
    for (const [method, path, payload] of [
      ['GET', `comment/${first.id}`],
      ['POST', 'comment', { regarding, body: '<p>我也看看</p>' }],
      ['POST', 'reaction', { comment: first.id, sign: 'like' }],
      ['GET', `account/${talked.id}/seen?person=${wei.id}`],
    ] as const)
      assert.ok([404, 422].includes((await stranger(method, `/api/records/${path}`, payload)).status), path);

    await create(wei, 'reaction', { comment: first.id, sign: 'like' });
    const again = await wei('POST', '/api/records/reaction', { comment: first.id, sign: 'like' });
    assert.ok([409, 422].includes(again.status), String(again.status));
    const forged = await wei('POST', '/api/records/reaction', {
      ...{ comment: first.id, sign: 'love', person: stranger.id },
    });
    assert.deepEqual([forged.status, forged.body.errors[0].field], [422, 'person']);

    const edit = (who: Asking, id: string) =>
      who('PATCH', `/api/records/comment/${id}`, { body: '<p>改过</p>' });
    assert.equal((await edit(wei, answer.id)).status, 200);
    assert.ok([403, 404].includes((await edit(boss, answer.id)).status));
    assert.equal((await wei('DELETE', `/api/records/comment/${further.id}`)).status, 204);
    const left = (await timeline('account', talked.id, 'kinds=comment', wei)).entries;
    assert.deepEqual(
      left.filter(({ activity }) => activity).map(({ activity }) => activity.id),
      [answer.id, first.id],
    );
  });

  it('CUS-21 tells those who follow a record what is said about it: who has it, made it, spoke or was named, unless he wants silence', async () => {
    const na = await product.colleague({
      ...{ name: '孙丽', email: 'li@hengyue.example', roles: ['salesRepresentative'] },
    });
    const toldOf = async (who: Asking, record: string, kind: string) => {
      const { notifications } = (await who('GET', '/api/notifications')).body;
      return notifications.find(
        (one: { record: string; kind: string }) => one.record === record && one.kind === kind,
      );
    };
    const told = async (who: Asking, record: string, kind: string) => {
      for (const end = Date.now() + 15_000; Date.now() < end; await pause(50)) {
        const found = await toldOf(who, record, kind);
        if (found !== undefined) return found;
      }
      throw new Error(`Nobody was told of ${record}`);
    };
    const customer = await create(product.ask, 'account', { name: '镇江京口泵业', owner: wei.id });
    const path = `/api/records/account/${customer.id}/followers`;
    const names = async () =>
      (await wei('GET', path)).body.followers.map((one: { name: string }) => one.name);
    const regarding = { object: 'account', id: customer.id };
    const first = await create(product.ask, 'comment', { regarding, body: '<p>客户来电催货</p>' });
    const news = await told(wei, first.id, 'activities.commented');
    assert.match(news.text, /客户来电催货/);
    assert.equal((await names()).length, 2);

    const body = `<p><span data-mention="${na.id}">@孙丽</span> <span data-mention="${wei.id}">@张伟</span> 请跟进</p>`;
    const second = await create(product.ask, 'comment', { thread: first.id, body });
    await told(wei, second.id, 'activities.mentioned');
    assert.equal(await toldOf(wei, second.id, 'activities.commented'), undefined);
    // She is named, may not see it, and hears nothing.
    assert.equal(await toldOf(na, second.id, 'activities.mentioned'), undefined);
    assert.equal((await na('GET', path)).status, 404);
    assert.equal((await na('POST', '/api/records/following', { record: regarding })).status, 422);

    const silent = await wei('POST', '/api/records/following', { record: regarding, wish: 'silent' });
    assert.equal(silent.status, 201, JSON.stringify(silent.body));
    assert.ok(!(await names()).includes('张伟'));
    const answer = await wei('POST', '/api/records/comment', { regarding, body: '<p>已安排</p>' });
    await told(product.ask, answer.body.id, 'activities.commented');
    const kinds = (await wei('GET', '/api/notification-settings')).body;
    assert.ok(JSON.stringify(kinds).includes('关注的记录有新评论'));
  });

  it('CUS-20 tells who follows a record what others change in its fields, once for what is changed together, as far as he may know it', async () => {
    const yun = await product.colleague({
      ...{ name: '何云', email: 'yun@hengyue.example', roles: ['salesRepresentative'] },
    });
    const [fair, secret] = [
      await create(product.ask, 'campaign', { name: '上海泵阀展' }),
      await create(product.ask, 'campaign', { name: '内部测试' }),
    ];
    const campaign = (id: string, values: object) =>
      product.ask('PATCH', `/api/records/campaign/${id}`, values);
    for (const { id } of [fair, secret])
      await create(yun, 'following', { record: { object: 'campaign', id } });
    const chosen = await yun('PATCH', '/api/notification-settings', {
      'followed.changed': ['mail', 'digest'],
    });
    assert.equal(chosen.status, 200);
    const toldOf = async (record: string) =>
      (await yun('GET', '/api/notifications')).body.notifications.filter(
        (one: { kind: string; record: string }) => one.kind === 'followed.changed' && one.record === record,
      );
    await campaign(secret.id, { budget: { amount: '8000', currency: 'CNY' } });
    await campaign(fair.id, { name: '上海国际泵阀展' });
    await campaign(fair.id, { budget: { amount: '90000', currency: 'CNY' }, startsOn: '2027-06-08' });
    const expected = /^.+：活动名称：上海泵阀展 → 上海国际泵阀展；开始日期：空 → 2027年6月8日$/;
    const [news, ...further] = await eventually(async () => {
      const found = await toldOf(fair.id);
      return expected.test(found[0]?.text ?? '') ? found : undefined;
    });
    assert.deepEqual([further, news.title, news.read], [[], '上海国际泵阀展', null]);
    const ways = news.deliveries.map(({ channel }: { channel: string }) => channel);
    assert.deepEqual(ways, ['digest', 'mail']);
    // The budget is hidden from her, so that nothing has happened to the other; and nobody is told what he did himself.
    assert.deepEqual(await toldOf(secret.id), []);
    const own = (await product.ask('GET', '/api/notifications')).body.notifications;
    assert.ok(!own.some(({ record }: { record: string }) => record === fair.id));

    const customers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => create(yun, 'account', { name: `批量客户 ${n} 号` })),
    );
    const ids = customers.map(({ id }) => id);
    const values = { industry: 'manufacturing' };
    const bulk = await product.ask('POST', '/api/bulk', { object: 'account', ids, do: 'update', values });
    assert.equal(bulk.body.changed, 5, JSON.stringify(bulk.body));
    const [all] = await eventually(async () => {
      const found = (await Promise.all(ids.map(toldOf))).flat();
      return found.length > 0 ? found : undefined;
    });
    assert.equal(all.count, 5);
    assert.match(all.text, /更改了您关注的记录，共 5 处/);
    const kinds = JSON.stringify((await yun('GET', '/api/notification-settings')).body);
    assert.ok(kinds.includes('关注的记录有字段更改'));
  });

  it('CUS-21 records that nobody owns are commented and followed too, by who sees them', async () => {
    const pump = await create(product.ask, 'product', { name: '立式多级泵', code: 'CDL-8' });
    const regarding = { object: 'product', id: pump.id };
    const asked = await create(wei, 'comment', { regarding, body: '<p>什么时候停产？</p>' });
    const { entries } = await timeline('product', pump.id, 'kinds=comment');
    assert.deepEqual(
      entries.map(({ activity }) => activity.id),
      [asked.id],
    );
  });

  it('CUS-21 a text begins from a template, filled with what the record says as far as the writer may see it', async () => {
    const body = '<p><strong>{客户}</strong>，{title}，{account.Industry}，{owner}，{me}，{无此字段}</p>';
    const { id } = await create(wei, 'textTemplate', { name: '拜访纪要', body });
    const other = await product.colleague({
      ...{ name: '马超', email: 'chao@hengyue.example', roles: ['salesRepresentative'] },
    });
    assert.equal((await other('GET', `/api/records/textTemplate/${id}`)).status, 404);
    assert.equal((await wei('PATCH', `/api/records/textTemplate/${id}`, { everybody: true })).status, 200);
    assert.equal((await other('GET', `/api/records/textTemplate/${id}`)).status, 200);

    const valves = await create(wei, 'account', { name: '阀门 <A&B>', industry: 'manufacturing' });
    const person = await create(wei, 'contact', { lastName: '周', title: '厂长', account: valves.id });
    const fill = async (ask: Asking, path: string, text: unknown) => {
      const { status, body: answer } = await ask('POST', `/api/records/${path}/fill`, { text });
      return status === 200 ? answer.text : status;
    };
    const filled = '<p><strong>阀门 &lt;A&amp;B&gt;</strong>，厂长，制造业，张伟，张伟，{无此字段}</p>';
    assert.equal(await fill(wei, `contact/${person.id}`, body), filled);
    assert.equal(
      await fill(wei, `account/${valves.id}`, '<p>{客户} {account}<script>1</script></p>'),
      '<p>阀门 &lt;A&amp;B&gt; 阀门 &lt;A&amp;B&gt;</p>',
    );
    const fair = await create(product.ask, 'campaign', {
      ...{ name: '春季展', budget: { amount: '800', currency: 'CNY' } },
    });
    assert.equal(await fill(wei, `campaign/${fair.id}`, '{name} {budget}'), '春季展 {budget}');
    assert.equal(await fill(other, `contact/${person.id}`, body), 404);
    const { templates } = (await wei('GET', '/api/meta')).body as Meta;
    for (const { label, body: words } of templates) {
      const begun = String(await fill(wei, `account/${valves.id}`, words));
      assert.match(label, /\p{Script=Han}/u);
      assert.doesNotMatch(begun, /[{}]/, `${label} is filled whole: ${begun}`);
      assert.equal(begun.length > words.length / 2, true);
    }
    assert.ok(templates.some(({ label }) => label === '拜访纪要'));
    assert.equal(await fill(wei, `contact/${person.id}`, 7), 422);
  });
});
