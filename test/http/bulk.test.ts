import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Asking, type Product, startProduct } from './product.ts';

type Json = ReturnType<JSON['parse']>;

/** Waits until the server has no more to do about it. */
async function settled(ask: Asking, id: string): Promise<Json> {
  for (;;) {
    const { body } = await ask('GET', `/api/bulk/${id}`);
    if (!['queued', 'running', 'undoing'].includes(body.state)) return body;
    await pause(20);
  }
}

const counts = ({ total, changed, unchanged, failed }: Json) => [total, changed, unchanged, failed];

describe('the same done with many records', () => {
  let product: Product;
  let clerk: Awaited<ReturnType<Product['colleague']>>;
  before(async () => {
    product = await startProduct();
    clerk = await product.colleague({
      ...{ name: '何婧', email: 'he@example.com', roles: ['salesRepresentative'] },
    });
  });
  const make = async (object: string, records: readonly object[]): Promise<readonly string[]> => {
    const answer = await product.ask('POST', `/api/records/${object}`, records);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.records.map(({ id }: Json) => id);
  };
  const list = async (object: string, where: object): Promise<Json[]> => {
    const condition = encodeURIComponent(JSON.stringify(where));
    return (await product.ask('GET', `/api/records/${object}?limit=1000&where=${condition}`)).body.records;
  };
  const bulk = async (asked: object, ask: Asking = product.ask): Promise<Json> => {
    const { status, body } = await ask('POST', '/api/bulk', asked);
    assert.equal(status, 201, JSON.stringify(body));
    return settled(ask, body.id);
  };
  const preview = async (asked: object, ask: Asking = product.ask): Promise<Json> => {
    const { status, body } = await ask('POST', '/api/bulk/preview', asked);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };

  it('CUS-16 sets several fields of all that match, says before what it will come to, and takes it back', async () => {
    const names = Array.from({ length: 220 }, (_, index) => `海棠商贸 ${index}`);
    const ids = await make(
      'account',
      names.map((name, index) => ({ name, employees: index % 2 === 0 ? 10 : 20, industry: 'retail' })),
    );
    const where = { name: { startsWith: '海棠商贸' } };
    const asked = {
      object: 'account',
      where,
      do: 'update',
      values: { employees: 20, industry: 'logistics' },
    };
    const same = { ...asked, values: { employees: 20 } };
    const foreseen = await preview(same);
    assert.deepEqual(
      [foreseen.total, foreseen.same, foreseen.forbidden, foreseen.checked, foreseen.changed],
      [220, 110, 0, 220, 110],
    );
    const [example] = foreseen.examples;
    assert.deepEqual([example.before.employees, example.after.employees], [10, 20]);
    assert.equal(
      (await list('account', { ...where, employees: 10 })).length,
      110,
      'a preview writes nothing',
    );

    const job = await bulk(asked);
    assert.deepEqual([job.state, ...counts(job)], ['done', 220, 220, 0, 0]);
    const [told] = (await product.ask('GET', '/api/notifications')).body.notifications;
    assert.deepEqual([told.kind, told.path], ['own.bulkEnded', '/bulk']);
    assert.equal((await list('account', { ...where, employees: 20, industry: 'logistics' })).length, 220);
    await product.ask('PATCH', `/api/records/account/${ids[7]}`, { industry: 'finance' });
    await product.ask('PATCH', `/api/records/account/${ids[8]}`, { website: 'https://haitang.example' });

    assert.equal((await product.ask('POST', `/api/bulk/${job.id}/undo`)).status, 200);
    const back = await settled(product.ask, job.id);
    assert.deepEqual([back.state, back.undone, back.kept], ['undone', 219, 1]);
    assert.deepEqual(
      back.failures.map(({ record, name }: Json) => [record, name]),
      [[ids[7], '海棠商贸 7']],
    );
    assert.match(back.failures[0].message, /changed this since|被修改过/);
    assert.equal((await list('account', { ...where, employees: 10, industry: 'retail' })).length, 110);
    const untouched = (await list('account', { id: ids[7] }))[0];
    assert.deepEqual([untouched.industry, untouched.employees], ['finance', 20]);
  });

  it('CUS-16 touches only what matched when it was asked for', async () => {
    await make(
      'task',
      Array.from({ length: 210 }, (_, index) => ({ subject: `回访 ${index}` })),
    );
    const asked = { object: 'task', where: { subject: { startsWith: '回访' } }, do: 'update' };
    const begun = await product.ask('POST', '/api/bulk', { ...asked, values: { priority: 'high' } });
    assert.equal(begun.body.state, 'queued');
    await make('task', [{ subject: '回访 以后' }]);
    const done = await settled(product.ask, begun.body.id);
    assert.deepEqual(counts(done), [210, 210, 0, 0]);
    const [later] = await list('task', { subject: '回访 以后' });
    assert.notEqual(later.priority, 'high');
  });

  it('CUS-16 does what it may and names what it may not, with a file of the reasons', async () => {
    await make('opportunity', [{ name: '白鹭一期' }, { name: '白鹭二期' }]);
    await clerk('POST', '/api/records/opportunity', { name: '白鹭三期' });
    const where = { name: { startsWith: '白鹭' } };
    const asked = { object: 'opportunity', where, do: 'update', values: { nextStep: '约见' } };
    const own = await bulk(asked, clerk);
    const all = await preview(asked);
    assert.deepEqual(
      [all.total, all.same],
      [3, 1],
      'what is not hers she did not even see, or could not change',
    );
    assert.equal(own.changed, 1);
    const wrong = await bulk({ ...asked, values: { stage: 'won', amount: null } });
    assert.equal(wrong.changed + wrong.failed, 3);
    const file = await product.ask('GET', `/api/bulk/${wrong.id}/failures`);
    assert.equal(String(file.body).trim().split('\n').length, wrong.failed + 1);
    assert.equal((await clerk('GET', `/api/bulk/${wrong.id}`)).status, 404);
  });

  it('CUS-16 moves all that match to the bin, and out of it again', async () => {
    const ids = await make(
      'account',
      Array.from({ length: 205 }, (_, index) => ({ name: `石榴 ${index}` })),
    );
    const job = await bulk({ object: 'account', where: { name: { startsWith: '石榴' } }, do: 'delete' });
    assert.deepEqual([job.state, ...counts(job)], ['done', 205, 205, 0, 0]);
    await product.ask('POST', `/api/records/account/${ids[0]}/restore`);
    await product.ask('POST', `/api/bulk/${job.id}/undo`);
    const back = await settled(product.ask, job.id);
    assert.deepEqual([back.undone, back.kept], [204, 1]);
    assert.equal((await list('account', { name: { startsWith: '石榴' } })).length, 205);
  });

  it('CUS-16 runs a verb on those of which it holds, and cannot take that back', async () => {
    const ids = await make('task', [{ subject: '寄样品' }, { subject: '寄合同' }]);
    await product.ask('POST', '/api/actions/activities.completeTask', { id: ids[0] });
    const asked = { object: 'task', ids, do: 'action', action: 'activities.completeTask' };
    const foreseen = await preview(asked);
    assert.deepEqual([foreseen.changed, foreseen.failed, foreseen.problems[0].code], [1, 1, 'notAvailable']);
    const job = await bulk(asked);
    assert.deepEqual([job.state, job.undoable, ...counts(job)], ['done', false, 2, 1, 0, 1]);
    assert.equal((await product.ask('POST', `/api/bulk/${job.id}/undo`)).status, 409);
  });

  it('CUS-16 stops when it is told to, goes on when it is told to, and outlives a server', async () => {
    await make(
      'account',
      Array.from({ length: 450 }, (_, index) => ({ name: `木槿 ${index}` })),
    );
    const where = { name: { startsWith: '木槿' } };
    const asked = { object: 'account', where, do: 'update', values: { employees: 77 } };
    const { body } = await product.ask('POST', '/api/bulk', asked);
    const stopped = await product.ask('POST', `/api/bulk/${body.id}/cancel`);
    assert.deepEqual([stopped.status, stopped.body.state], [200, 'cancelled']);
    const { changed } = (await product.ask('GET', `/api/bulk/${body.id}`)).body;
    assert.equal((await list('account', { ...where, employees: 77 })).length, changed);
    assert.equal((await product.ask('POST', `/api/bulk/${body.id}/resume`)).status, 200);
    const done = await settled(product.ask, body.id);
    assert.deepEqual(counts(done), [450, 450, 0, 0]);
    const versions = await product.pool.query(
      `select count(*) from ws_main.account where name like '木槿%' and version <> 2`,
    );
    assert.equal(versions.rows[0].count, '0', 'no record was done twice');
  });

  it('refuses what cannot be done with any of them, by the name of the field', async () => {
    const refused = async (asked: object, ask: Asking = product.ask) => {
      const { status, body } = await ask('POST', '/api/bulk', asked);
      return [status, body.errors?.[0]?.field, body.errors?.[0]?.code];
    };
    const all = { object: 'account', where: {} };
    assert.deepEqual(await refused({ ...all, object: 'unicorn', do: 'delete' }), [
      422,
      'object',
      'noSuchObject',
    ]);
    assert.deepEqual(await refused({ ...all, do: 'paint' }), [422, 'do', 'notAChoice']);
    assert.deepEqual(await refused({ ...all, do: 'update', values: {} }), [422, 'values', 'required']);
    assert.deepEqual(await refused({ object: 'account', do: 'delete' }), [422, 'where', 'required']);
    const number = { ...all, do: 'update', values: { employees: 'many' } };
    assert.deepEqual(await refused(number), [422, 'employees', 'notNumber']);
    const shape = { ...all, where: { colour: 'red' }, do: 'delete' };
    assert.deepEqual(await refused(shape), [422, 'colour', 'unknownField']);
    const verb = { ...all, do: 'action', action: 'activities.completeTask' };
    assert.deepEqual(await refused(verb), [422, 'action', 'notForMany']);
    assert.equal((await refused({ ...all, object: 'user', do: 'delete' }, clerk))[0], 403);
  });
});
