import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { eventually } from '#test/eventually.ts';
import { type Product, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;

describe('WFL-01 what a company draws', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });

  const make = async (object: string, values: object): Promise<Json> => {
    const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const noted = async (subject: string): Promise<number> => {
    const where = encodeURIComponent(JSON.stringify({ subject }));
    return (await product.ask('GET', `/api/records/task?where=${where}`)).body.records.length;
  };

  it('goes one of two ways as the record is by then, its account says which and why, and it goes out as text', async () => {
    const task = (key: string, subject: string) => ({
      key,
      do: 'create',
      object: 'task',
      values: { subject },
    });
    const branch = {
      ...{ key: 'a', do: 'branch', where: { name: { startsWith: '急' } } },
      ...{ steps: [task('b', '$text:加急 {name}')], otherwise: [task('c', '$text:照常 {name}')] },
    };
    const automation = await make('automation', {
      ...{ name: '分支', object: 'account', active: true, trigger: { on: 'created' }, steps: [branch] },
    });
    for (const name of ['急件快运', '平件快运']) await make('account', { name });
    const runs: Json[] = await eventually(async () => {
      const all = (await product.ask('GET', `/api/automation-runs?automation=custom.${automation.id}`)).body
        .runs;
      return all.length === 2 && all.every(({ state }: Json) => state === 'done') ? all : undefined;
    });
    assert.deepEqual(Object.fromEntries(runs.map(({ called, ways }) => [called, ways])), {
      急件快运: [{ step: 'a', way: 'met', unmet: [] }],
      平件快运: [{ step: 'a', way: 'otherwise', unmet: [{ name: { startsWith: '急' } }] }],
    });
    assert.deepEqual([await noted('加急 急件快运'), await noted('照常 急件快运')], [1, 0]);
    assert.deepEqual([await noted('加急 平件快运'), await noted('照常 平件快运')], [0, 1]);
    const { records } = (await product.ask('GET', '/api/configuration')).body;
    assert.deepEqual(records.automation[0].steps, [branch]);
  });
});
