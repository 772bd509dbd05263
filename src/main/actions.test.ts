import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createPool } from '#engine/database/database.ts';
import { defineAction } from '#kernel/action.ts';
import { asSystem, create, remove, update, updateWhere } from '#kernel/change.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { Refusal } from '#kernel/problem.ts';
import { compose } from '#kernel/registry.ts';
import { testDatabase } from '#test/database.ts';
import { createApplication } from './application.ts';
import { modules, people } from './modules.ts';

const book = defineObject({
  name: 'library.book',
  icon: 'book',
  fields: {
    name: text({ required: true }),
    state: choice({ shelved: 'green', lent: 'amber', lost: 'red' }, { default: 'shelved' }),
    borrower: user({ readOnly: true }),
    loans: integer({ default: 0 }),
  },
});

const loan = defineObject({
  name: 'library.loan',
  icon: 'calendar',
  nameField: 'number',
  fields: {
    number: text(),
    book: reference('library.book', { required: true }),
    days: integer({ required: true }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'library.book': typeof book;
    'library.loan': typeof loan;
  }
}

const lend = defineAction({
  name: 'library.lend',
  object: 'library.book',
  bulk: true,
  input: { borrower: user({ required: true }), days: integer({ default: 14 }) },
  available: { state: 'shelved' },
  decide(record, input, decision) {
    const id = decision.newId();
    return {
      changes: [
        update('library.book', record.id, {
          state: 'lent',
          borrower: input.borrower,
          loans: (record.loans ?? 0) + 1,
        }),
        create('library.loan', id, { number: `${record.name} 1`, book: record.id, days: input.days ?? 14 }),
      ],
      records: [{ object: 'library.loan', id }],
    };
  },
});

const writeOff = defineAction({
  name: 'library.writeOff',
  input: {},
  async decide(_record, _input, decision) {
    const lent = await decision.list('library.book', { state: 'lent' });
    if (lent.length === 0) throw new Refusal('conflict', [{ field: '', code: 'notAvailable' }]);
    return {
      changes: [
        updateWhere('library.book', { state: 'lent' }, { state: 'lost', borrower: null }),
        ...(await decision.list('library.loan', {})).map(({ id }) =>
          asSystem('A book that is lost is not due.', remove('library.loan', id)),
        ),
      ],
    };
  },
});

const broken = defineAction({
  name: 'library.burn',
  object: 'library.book',
  input: {},
  decide: (record, _input, decision) => ({
    changes: [
      update('library.book', record.id, { state: 'lost' }),
      create('library.loan', decision.newId(), { book: decision.newId(), days: 1 }),
    ],
  }),
});

const library = defineModule({
  name: 'library',
  depends: [],
  objects: [{ object: book, actions: [lend, writeOff, broken] }, { object: loan }],
  roles: [],
  navigation: ['book'],
  locales: { en: {}, 'zh-CN': {} },
});

describe('verbs', () => {
  let app: FastifyInstance;
  let pool: Pool;
  let headers = {};
  let me = '';

  before(async () => {
    pool = createPool(await testDatabase());
    const registry = compose([...modules, library], people);
    app = await createApplication({
      pool,
      registry,
      secret: 's'.repeat(40),
      baseUrl: 'http://127.0.0.1:3000',
    });
    const payload = {
      company: '衡岳图书馆',
      name: '林晓彤',
      email: 'lin@hengyue.example',
      password: 'a long evening by the river',
      locale: 'en',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
    };
    const answer = await app.inject({ method: 'POST', url: '/api/setup', payload });
    me = answer.json().user.id;
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    headers = { cookie };
  });

  after(async () => {
    await app.close();
    await pool.end();
  });

  const post = async (url: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url, headers, payload });
    return { status: answer.statusCode, body: answer.json() };
  };
  const get = async (url: string) => (await app.inject({ url, headers })).json();
  const newBook = async (name: string) => (await post('/api/records/book', { name })).body;

  it('decide, write all in one transaction, and name the records to show', async () => {
    const { id } = await newBook('三国演义');
    const lent = await post('/api/actions/library.lend', { id, version: 1, input: { borrower: me } });
    assert.equal(lent.status, 200, JSON.stringify(lent.body));
    const shown = await get(`/api/records/book/${id}`);
    assert.deepEqual([shown.state, shown.borrower, shown.loans, shown.version], ['lent', me, 1, 2]);
    const made = await get(`/api/records/loan/${lent.body.records[0].id}`);
    assert.deepEqual([made.book, made.days], [id, 14]);
  });

  it('are refused on a record that does not meet their condition, has moved on, or does not exist', async () => {
    const { id } = await newBook('红楼梦');
    const stale = await post('/api/actions/library.lend', { id, version: 7, input: { borrower: me } });
    assert.deepEqual([stale.status, stale.body.errors[0].code], [409, 'stale']);
    await post('/api/actions/library.lend', { id, input: { borrower: me } });
    const again = await post('/api/actions/library.lend', { id, input: { borrower: me } });
    assert.deepEqual([again.status, again.body.errors[0].code], [409, 'notAvailable']);
    const nowhere = await post('/api/actions/library.lend', { id: me, input: { borrower: me } });
    assert.equal(nowhere.status, 404);
    assert.equal((await post('/api/actions/library.read', { id })).status, 404);
  });

  it('name the input that is wrong', async () => {
    const { id } = await newBook('水浒传');
    const missing = await post('/api/actions/library.lend', { id, input: { days: 'many', shelf: 1 } });
    assert.equal(missing.status, 422);
    assert.deepEqual(
      missing.body.errors
        .map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
        .sort(),
      ['borrower required', 'days notNumber', 'shelf unknownField'],
    );
    const stranger = await post('/api/actions/library.lend', { id, input: { borrower: id } });
    assert.deepEqual(
      stranger.body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
      ['borrower noSuchRecord'],
    );
  });

  it('write nothing when one of their changes is refused', async () => {
    const { id } = await newBook('西游记');
    assert.equal((await post('/api/actions/library.burn', { id })).status, 422);
    assert.deepEqual((await get(`/api/records/book/${id}`)).state, 'shelved');
  });

  it('run on many records, all or none', async () => {
    const ids = [(await newBook('论语')).id, (await newBook('孟子')).id];
    const lent = await post('/api/actions/library.lend', { ids, input: { borrower: me } });
    assert.equal(lent.body.records.length, 2);
    const third = (await newBook('庄子')).id;
    const refused = await post('/api/actions/library.lend', {
      ids: [third, ids[0]],
      input: { borrower: me },
    });
    assert.equal(refused.status, 409);
    assert.equal((await get(`/api/records/book/${third}`)).state, 'shelved');
  });

  it('change every record that a condition finds, and delete', async () => {
    assert.equal((await post('/api/actions/library.writeOff', {})).status, 200);
    const states = await get('/api/records/book/aggregate?groupBy=state&measures=count');
    assert.ok(!states.groups.some(({ state }: { state: string }) => state === 'lent'));
    assert.equal((await get('/api/records/loan?count=true')).count, 0);
    assert.equal((await post('/api/actions/library.writeOff', {})).status, 409);
  });
});
