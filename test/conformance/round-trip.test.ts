import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { ObjectMeta } from '#kernel/meta.ts';
import { type Product, startProduct } from '#test/http/product.ts';
import { museum } from '#test/specimens/specimens.ts';
import { fieldValues as values } from './field-values.ts';
import { comesBack, isEmptied, isFound, isGathered } from './round-trip-checks.ts';

describe('every field type through HTTP', () => {
  let product: Product;
  let meta: ObjectMeta;
  let record: Record<string, unknown>;
  let other = '';

  before(async () => {
    product = await startProduct({ more: [museum] });
    const cabinet = (await product.ask('POST', '/api/records/cabinet', { name: '东厅' })).body.id;
    const me = (await product.ask('GET', '/api/me')).body.id;
    const sent = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value]));
    const references = { cabinet, kin: [cabinet], about: { object: 'cabinet', id: cabinet }, finder: me };
    const made = await product.ask('POST', '/api/records/specimen', { ...sent, ...references });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    record = made.body;
    other = (await product.ask('POST', '/api/records/specimen', { name: '无' })).body.id;
    meta = (await product.ask('GET', '/api/meta')).body.objects.find(
      ({ name }: ObjectMeta) => name === 'specimen',
    );
    assert.deepEqual([record.cabinet, record.kin, record.finder], [cabinet, [cabinet], me]);
  });

  const filled = () => ({ product, object: 'specimen', meta, record, other, values });
  const free = Object.keys(values).filter((name) => !['name', 'state'].includes(name));

  it('comes back in its one form: created, read, listed and exported alike', () => comesBack(filled()));

  it('is what it was when it is sent back as read', async () => {
    const { title, perPiece, risk, atStake, costly, shelf, number, fixed, ...writable } = record;
    const again = await product.ask('PATCH', `/api/records/specimen/${record.id}`, writable);
    assert.deepEqual([again.status, again.body.version], [200, 1], JSON.stringify(again.body));
    assert.deepEqual([title, costly, shelf], ['四羊方尊 · 藏-0007', true, '东厅']);
    const cny = (amount: string) => ({ amount, currency: 'CNY' });
    assert.deepEqual([perPiece, risk, atStake], [cny('0.8754'), cny('454.00'), cny('5675.00')]);
    assert.match(String(number), /^M-\d{4}-00001$/);
    for (const [name, value] of Object.entries({ title, number, fixed })) {
      const refused = await product.ask('PATCH', `/api/records/specimen/${record.id}`, { [name]: value });
      assert.deepEqual([refused.status, refused.body.errors[0].code], [422, 'readOnly'], name);
    }
  });

  it('is found by its value, by its absence, and stands first or last in order', () =>
    isFound(filled(), free));

  it('is grouped by its value and measured, or refused by name', () => isGathered(filled()));

  it('is emptied by null and by nothing', async () => {
    await isEmptied(
      filled(),
      free.filter((name) => name !== 'fixed'),
    );
    const nameless = await product.ask('PATCH', `/api/records/specimen/${other}`, { name: ' ' });
    assert.deepEqual([nameless.status, nameless.body.errors[0].code], [422, 'required']);
  });

  it('moves from state to state only as declared', async () => {
    const field = product.registry.objects.get('specimen')?.fields.get('state');
    const states = (field?.choices ?? []).map(({ value }) => value);
    for (const from of states)
      for (const to of states) {
        const { id } = (await product.ask('POST', '/api/records/specimen', { name: '瓷片', state: from }))
          .body;
        const { status, body } = await product.ask('PATCH', `/api/records/specimen/${id}`, { state: to });
        const allowed = from === to || field?.transitions?.[from]?.includes(to);
        assert.equal(status, allowed ? 200 : 422, `${from} → ${to}`);
        if (!allowed)
          assert.deepEqual([body.errors[0].field, body.errors[0].code], ['state', 'notAllowedMove']);
      }
  });
});

describe('every object', () => {
  it('asks for what it requires, and its state machines name states that there are', async () => {
    const { ask, registry } = await startProduct();
    for (const object of registry.objects.values()) {
      for (const [name, { transitions, choices = [] }] of object.fields) {
        const states = choices.map(({ value }) => value);
        for (const [from, next] of Object.entries(transitions ?? {}))
          for (const state of [from, ...next])
            assert.ok(states.includes(state), `${object.name}.${name} ${state}`);
      }
      const { status, body } = await ask('POST', `/api/records/${object.name}`, {});
      if (object.declaration.unites !== undefined || object.declaration.raised) {
        assert.equal(status, 403, object.name);
        continue;
      }
      const asked = [...object.fields].filter(
        ([, field]) => field.required && field.default === undefined && field.type !== 'autoNumber',
      );
      const complained: readonly string[] = (body.errors ?? []).map(({ field }: { field: string }) => field);
      const silent = asked.map(([name]) => name).filter((name) => !complained.includes(name));
      const filled = object.declaration.derive !== undefined || object.guard?.complete !== undefined;
      if (!filled) assert.deepEqual(silent, [], object.name);
      assert.equal(status, asked.length > 0 && !filled ? 422 : status, object.name);
    }
  });
});
