import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Hengyue, startHengyue } from '#test/world/hengyue.ts';

describe('the demo company', () => {
  let hengyue: Hengyue;
  let ask: Awaited<ReturnType<Hengyue['as']>>;

  before(async () => {
    hengyue = await startHengyue();
    ask = await hengyue.as('lin');
  });

  it('lives for two years, up to today', async () => {
    for (const object of [
      'account',
      'contact',
      'lead',
      'opportunity',
      'call',
      'meeting',
      'task',
      'email',
      'note',
    ]) {
      const { records, count } = await ask(`/api/records/${object}?sort=createdAt&limit=1&count=true`);
      assert.ok(count > 20, `${object}: ${count}`);
      const age = Date.now() - Date.parse(records[0].createdAt);
      assert.ok(age > 500 * 86_400_000, `${object} begins ${records[0].createdAt}`);
      const latest = (await ask(`/api/records/${object}?sort=-createdAt&limit=1`)).records[0];
      assert.ok(Date.parse(latest.createdAt) <= Date.now(), 'nothing is written in the future');
      assert.notEqual(latest.createdBy, null);
    }
  });

  it('has deals in every stage, and knows when each came there', async () => {
    const { groups } = await ask(
      '/api/records/opportunity/aggregate?groupBy=stage&measures=count,sum(amount)',
    );
    const stages = new Set(groups.map(({ stage }: { stage: string }) => stage));
    for (const stage of ['prospecting', 'proposal', 'won', 'lost'])
      assert.ok(stages.has(stage), `no deal is ${stage}`);
    const { records } = await ask('/api/records/opportunity?where={"stage":"won"}&limit=20');
    for (const won of records) assert.ok(won.closedAt > won.createdAt);
    const { entries } = await ask(`/api/records/opportunity/${records[0].id}/timeline?limit=200`);
    const kinds = new Set(entries.map(({ kind }: { kind: string }) => kind));
    for (const kind of ['created', 'updated', 'sales.winOpportunity']) assert.ok(kinds.has(kind), kind);
  });

  it('shows everybody his part of it', async () => {
    const count = async (key: string) => {
      const own = await hengyue.as(key);
      return (await own('/api/records/opportunity?limit=1&count=true')).count as number;
    };
    const [all, director, region, representative] = [
      await count('lin'),
      await count('chenli'),
      await count('zhoumin'),
      await count('liwei'),
    ];
    assert.equal(director, all);
    assert.ok(
      region < all && representative < region && representative > 0,
      `${[all, region, representative]}`,
    );
  });

  it('has somebody to be found: 张伟 by his characters, by pinyin and by its first letters, with his company', async () => {
    for (const words of ['张伟', 'zhangwei', 'zw']) {
      const { results } = await ask(`/api/search?q=${encodeURIComponent(words)}`);
      const found = results.filter(
        ({ object, name }: { object: string; name: string }) => object === 'contact' && name === '张伟',
      );
      assert.ok(found.length > 0, words);
    }
    const { records } = await ask('/api/records/contact?where={"name":"张伟"}&select=name,account.name');
    assert.ok(records.some(({ account }: { account: { name: string } | null }) => account?.name));
  });

  it('goes on today: colleagues are away, customers are expected to do something, the administrator is asked', async () => {
    const now = new Date().toISOString();
    const count = async (object: string, where: object) =>
      (
        await ask(
          `/api/records/${object}?limit=1&count=true&where=${encodeURIComponent(JSON.stringify(where))}`,
        )
      ).count;
    assert.ok((await count('absence', { startsAt: { lt: now }, endsAt: { gt: now } })) > 0, 'nobody is away');
    assert.ok((await count('customerEvent', { status: 'expected' })) > 0, 'nothing is expected');
    assert.ok((await count('customerEvent', { status: 'handled' })) > 5, 'nothing has happened');
    for (let unread = 0; unread < 4; ) {
      ({ unread } = await ask('/api/notifications?unread=true'));
      if (unread < 4) await pause(100);
    }
  });

  it('has run campaigns for two years, with people who answered, and plans more', async () => {
    const { groups } = await ask('/api/records/campaign/aggregate?groupBy=status&measures=count');
    const count = (status: string) =>
      groups.find((group: { status: string }) => group.status === status)?.count ?? 0;
    assert.ok(count('completed') > 12 && count('planned') > 2, JSON.stringify(groups));
    const { records } = await ask(
      '/api/records/campaign?where={"status":"completed"}&select=name,memberCount,responseCount',
    );
    const asked = records.filter(({ memberCount }: { memberCount: number }) => memberCount > 0);
    assert.ok(asked.length > records.length / 2, JSON.stringify(records));
    assert.ok(asked.some(({ responseCount }: { responseCount: number }) => responseCount > 0));
  });

  it('is not loaded over a company that is there', async () => {
    assert.equal(await hengyue.load(), false);
  });
});
