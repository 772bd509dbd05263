import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import { startProduct } from './product.ts';

type Operation = (...given: unknown[]) => Promise<{ status: number; data: Data }>;

describe('a client generated from the description', () => {
  let client: Readonly<Record<string, unknown>>;

  before(async () => {
    const product = await startProduct();
    const url = await product.app.listen({ port: 0, host: '127.0.0.1' });
    const { key } = (await product.ask('POST', '/api/api-keys', { name: '官网' })).body;
    const definition = (await product.ask('GET', '/api/openapi.json?locale=en')).body;
    const axiosConfigDefaults = { baseURL: url, headers: { authorization: `Bearer ${key}` } };
    client = (await new OpenAPIClientAxios({
      definition,
      axiosConfigDefaults,
      withServer: { url },
    }).init()) as unknown as typeof client;
  });

  const call = (name: string, ...given: unknown[]) => {
    const operation = client[name] as Operation;
    return operation(...given);
  };

  it('creates, reads, changes, lists and deletes', async () => {
    const { data: account } = await call('createAccount', undefined, {
      name: '远景能源',
      industry: 'energy',
    });
    const { data: read } = await call('readAccount', { id: account.id });
    assert.deepEqual([read.name, read.version], ['远景能源', 1]);
    const { data: changed } = await call(
      'updateAccount',
      { id: account.id },
      { version: 1, name: '远景科技' },
    );
    assert.deepEqual([changed.name, changed.version], ['远景科技', 2]);
    const where = JSON.stringify({ name: { startsWith: '远景' } });
    const { data: list } = await call('listAccount', { where, select: 'name,owner.name', count: true });
    assert.deepEqual([list.count, list.records[0]?.owner.name], [1, '林晓彤']);
    assert.equal((await call('deleteAccount', { id: account.id })).status, 204);
    await assert.rejects(call('readAccount', { id: account.id }), /404/);
  });

  it('follows pages to the end', async () => {
    const names = Array.from({ length: 25 }, (_, index) => ({
      name: `供应商 ${String(index + 1).padStart(2, '0')}`,
    }));
    await call('createAccount', undefined, names);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const where = JSON.stringify({ name: { startsWith: '供应商' } });
      const { data } = await call('listAccount', {
        where,
        select: 'name',
        sort: 'name',
        limit: 10,
        ...(cursor && { cursor }),
      });
      found.push(...data.records.map(({ name }) => name));
      cursor = data.next;
    } while (cursor !== undefined);
    assert.deepEqual(
      found,
      names.map(({ name }) => name),
    );
  });

  it('repeats a request safely', async () => {
    const send = () => call('createAccount', { 'Idempotency-Key': 'import-17' }, { name: '明石物流' });
    assert.equal((await send()).data.id, (await send()).data.id);
  });

  it('runs an action', async () => {
    const { data: lead } = await call('createLead', undefined, {
      firstName: '敏',
      lastName: '周',
      company: '江南纺织',
    });
    const { data } = await call('salesConvertLead', undefined, { id: lead.id, input: {} });
    assert.ok(
      data.records.some(({ object }) => object === 'account'),
      JSON.stringify(data),
    );
  });
});

/** What these tests read of any answer. */
interface Data {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly count: number;
  readonly next?: string;
  readonly records: readonly { object: string; name: string; owner: { name: string } }[];
}
