import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { museum } from '#test/specimens/specimens.ts';
import { type Answer, type Product, startProduct } from './product.ts';

describe('many at once', () => {
  let product: Product;
  before(async () => {
    product = await startProduct({ more: [museum] });
  });

  const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: count }, (_, index) => work(index)));
  const ask = (...parameters: Parameters<Product['ask']>) => product.ask(...parameters);
  const make = async (values: object) => (await ask('POST', '/api/records/specimen', values)).body;
  const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
  const entries = async (id: string) =>
    (
      await product.pool.query(
        'select kind, version from ws_main.event where record = $1 order by sequence',
        [id],
      )
    ).rows as { kind: string; version: number }[];

  it('of writers who read the same version one wins and the others are told', async () => {
    const { id } = await make({ name: '铜镜' });
    const answers = await times(12, (index) =>
      ask('PATCH', `/api/records/specimen/${id}`, { name: `铜镜 ${index}`, version: 1 }),
    );
    assert.deepEqual(statuses(answers), [200, ...Array(11).fill(409)]);
    const winner = answers.find(({ status }) => status === 200)?.body.name;
    for (const { status, body } of answers)
      if (status === 409) assert.deepEqual([body.errors[0].code, body.current.name], ['stale', winner]);
    assert.equal((await entries(id)).length, 2);
  });

  it('writers of different fields who name no version all get through, each once in the log', async () => {
    const { id } = await make({ name: '铜镜' });
    const names = ['description', 'pieces', 'weight', 'share', 'telephone', 'secret'];
    const answers = await times(names.length, (index) =>
      ask('PATCH', `/api/records/specimen/${id}`, { [names[index] as string]: '1380' }),
    );
    const done = answers.filter(({ status }) => status === 200).length;
    assert.ok(
      answers.every(({ status }) => status === 200 || status === 409),
      JSON.stringify(statuses(answers)),
    );
    const versions = (await entries(id)).map(({ version }) => version);
    assert.deepEqual(
      versions,
      Array.from({ length: done + 1 }, (_, index) => index + 1),
    );
  });

  it('of records with the same unique value one is made', async () => {
    const answers = await times(12, () =>
      ask('POST', '/api/records/specimen', { name: '玉蝉', label: '独一' }),
    );
    assert.deepEqual(statuses(answers), [201, ...Array(11).fill(422)]);
    for (const { status, body } of answers)
      if (status === 422)
        assert.deepEqual([body.errors[0].field, body.errors[0].code], ['label', 'notUnique']);
  });

  it('numbers have no gaps, whatever was refused meanwhile', async () => {
    const before = await numbers();
    const answers = await times(30, (index) =>
      ask('POST', '/api/records/specimen', {
        name: `残片 ${index}`,
        ...(index % 3 === 0 && { cabinet: '01900000-0000-7000-8000-000000000000' }),
        ...(index % 3 === 1 && { label: '独一' }),
      }),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 10);
    const after = await numbers();
    const first = Math.min(...after);
    assert.deepEqual(
      after,
      Array.from({ length: before.length + 10 }, (_, index) => first + index),
    );
  });

  async function numbers(): Promise<readonly number[]> {
    const { rows } = await product.pool.query('select number from ws_main.specimen order by number');
    return rows.map(({ number }) => Number(number.slice(-5)));
  }

  const task = async (subject: string, after: readonly string[] = []) =>
    (await ask('POST', '/api/records/task', { subject, after })).body.id as string;
  const comesAfter = (id: string, after: readonly string[]) =>
    ask('PATCH', `/api/records/task/${id}`, { after });
  const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.field, body.errors?.[0]?.code];

  it('SAL-02 nothing comes after itself, however long the way around is', async () => {
    const first = await task('立项');
    const second = await task('设计', [first]);
    const third = await task('验收', [second]);
    assert.deepEqual(refusal(await comesAfter(first, [first])), [422, 'after', 'circle']);
    const circle = await comesAfter(first, [third]);
    assert.deepEqual(refusal(circle), [422, 'after', 'circle']);
    assert.equal(circle.body.errors[0].message, '这会使记录最终指回自身');
    assert.equal((await comesAfter(third, [first, second])).status, 200, 'two ways to one are no circle');
    const many = { object: 'task', do: 'update', ids: [first, second], values: { after: [second] } };
    const { body } = await ask('POST', '/api/bulk', many);
    assert.deepEqual([body.changed, body.failed], [0, 2]);
    assert.deepEqual((await ask('GET', `/api/records/task/${second}?select=after`)).body.after, [first]);
  });

  it('SAL-02 of two who close a circle from both sides one is refused', async () => {
    for (let round = 0; round < 6; round++) {
      const ids = [await task('一'), await task('二'), await task('三')];
      const answers = await times(3, (index) =>
        comesAfter(ids[index] as string, [ids[(index + 1) % 3] as string]),
      );
      assert.deepEqual(statuses(answers), [200, 200, 422]);
      for (const answer of answers)
        if (answer.status === 422) assert.deepEqual(refusal(answer), [422, 'after', 'circle']);
    }
  });

  it('a record that is deleted and changed at once ends as one or the other', async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await make({ name: '陶俑' });
      const [deleted, changed] = await Promise.all([
        ask('DELETE', `/api/records/specimen/${id}`),
        ask('PATCH', `/api/records/specimen/${id}`, { name: '兵俑' }),
      ]);
      assert.ok([204, 409].includes(deleted.status), JSON.stringify(deleted.body));
      assert.ok([200, 404, 409].includes(changed.status), JSON.stringify(changed.body));
      const log = await entries(id);
      assert.equal(log.filter(({ kind }) => kind === 'deleted').length, deleted.status === 204 ? 1 : 0);
      assert.equal(log.filter(({ kind }) => kind === 'updated').length, changed.status === 200 ? 1 : 0);
      const { status } = await ask('GET', `/api/records/specimen/${id}`);
      assert.equal(status, deleted.status === 204 ? 404 : 200);
    }
  });

  it('a connection that is cut in the middle leaves all of a write or none, and the server serves on', async () => {
    const rounds = 10;
    for (let round = 0; round < rounds; round++) {
      const many = Array.from({ length: 400 }, (_, index) => ({ name: `断线 ${round} ${index}` }));
      const writing = ask('POST', '/api/records/cabinet', many);
      await new Promise((done) => setTimeout(done, 15 + round * 12));
      await product.database.run(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query ilike '%cabinet%'`,
      );
      const { status, body } = await writing;
      assert.ok([201, 503].includes(status), JSON.stringify(body).slice(0, 300));
      const [row] = await product.database.run(
        `select count(*), (select count(*) from ws_main.event e join ws_main.cabinet c on c.id = e.record
           where c.name like '断线 ${round} %') from ws_main.cabinet where name like '断线 ${round} %'`,
      );
      assert.deepEqual(row, status === 201 ? ['400', '400'] : ['0', '0']);
    }
    assert.equal((await ask('GET', '/api/records/cabinet?limit=1')).status, 200);
  });
});
