import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
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

  it('is not loaded over a company that is there', async () => {
    assert.equal(await hengyue.load(), false);
  });
});
