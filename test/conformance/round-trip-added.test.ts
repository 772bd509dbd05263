import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Expression } from '#kernel/expression/expression.ts';
import { printExpression } from '#kernel/expression/text/print-expression.ts';
import { withPaths } from '#kernel/expression/text/with-paths.ts';
import type { Field } from '#kernel/field/field.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import { typeSettings } from '#kernel/run-time/type-settings.ts';
import { type Product, startProduct } from '#test/http/product.ts';
import { museum } from '#test/specimens/specimens.ts';
import { fieldValues } from './field-values.ts';
import { comesBack, type Filled, isEmptied, isFound, isGathered } from './round-trip-checks.ts';

/** Every field of the specimen that a company could have added itself, added to the cabinet while the server runs. */
describe('CUS-03 every field type as a company adds it, through HTTP', () => {
  let product: Product;
  let filled: Filled;
  const values = Object.fromEntries(
    Object.entries(fieldValues)
      .filter(([name]) => !['name', 'fixed', 'rhythm'].includes(name))
      .map(([name, pair]) => [`${name}_c`, pair]),
  );

  before(async () => {
    product = await startProduct({ more: [museum] });
    const { ask } = product;
    const declared = product.registry.objects.get('specimen')?.fields ?? new Map<string, Field>();
    const addable = [...declared].filter(
      ([name, { type }]) => name !== 'name' && typeSettings[type] !== undefined,
    );
    const [computed, stored] = [true, false].map((is) =>
      addable
        .filter(([, { type }]) => (type === 'formula') === is)
        .map(([name, field]) => definitionOf(name, field)),
    );
    for (const definitions of [stored, ...(computed ?? []).map((one) => [one])]) {
      const made = await ask('POST', '/api/records/customField', definitions);
      assert.equal(made.status, 201, JSON.stringify(made.body));
    }
    const cabinet = (await ask('POST', '/api/records/cabinet', { name: '西厅' })).body.id;
    const me = (await ask('GET', '/api/me')).body.id;
    const sent = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value]));
    const references = { cabinet_c: cabinet, kin_c: [cabinet], finder_c: me };
    const created = await ask('POST', '/api/records/cabinet', { name: '东厅', ...sent, ...references });
    assert.equal(created.status, 201, JSON.stringify(created.body));
    const record = (await ask('GET', `/api/records/cabinet/${created.body.id}`)).body;
    assert.deepEqual({ ...record, ...created.body }, record);
    const { body } = await ask('GET', '/api/meta');
    const meta = body.objects.find(({ name }: ObjectMeta) => name === 'cabinet');
    filled = { product, object: 'cabinet', meta, record, other: cabinet, values };
  });

  function definitionOf(name: string, field: Field): object {
    const { type, target, choices, format, scale, unique } = field;
    const scaled = ['decimal', 'percent', 'formula'].includes(type);
    return {
      ...{ object: 'cabinet', name: `${name}_c`, type, labelZh: `字段 ${name}`, labelEn: `The ${name}` },
      ...(unique && type !== 'autoNumber' && { unique }),
      ...(['reference', 'manyToMany'].includes(type) && { target }),
      ...(choices && { choices }),
      ...(format && { format }),
      ...(scaled && { scale }),
      ...(type === 'formula' && { expression: written(field) }),
    };
  }

  /** A declared formula as a company would write it over its own fields: amounts are compared with amounts. */
  function written({ expression }: Field): string {
    const text = printExpression(expression as Expression).replace(/ > 1000$/, ' > money(1000, "CNY")');
    return withPaths(text, (path) => (path === 'name' ? path : path.replace(/^[a-zA-Z]+/, '$&_c')));
  }

  it('comes back in its one form: created, read, listed and exported alike', async () => {
    await comesBack(filled);
    assert.match(String(filled.record.number_c), /^M-\d{4}-00002$/);
  });

  it('is what it was when it is sent back as read', async () => {
    const { number_c: _, specimens: __, worth: ___, ...told } = filled.record;
    const computed = new Set(
      filled.meta.fields.filter(({ type }) => type === 'formula').map(({ name }) => name),
    );
    const writable = Object.fromEntries(Object.entries(told).filter(([name]) => !computed.has(name)));
    const again = await product.ask('PATCH', `/api/records/cabinet/${filled.record.id}`, writable);
    assert.deepEqual([again.status, again.body.version], [200, 1], JSON.stringify(again.body));
  });

  it('is found by its value, by its absence, and stands first or last in order', () =>
    isFound(filled, Object.keys(values)));

  it('is grouped by its value and measured, or refused by name', () => isGathered(filled));

  it('adds up what is computed in other records, money in the company’s currency', async () => {
    const { ask } = product;
    const of = (field: string) => ({ object: 'specimen', by: 'cabinet', measure: 'sum', field });
    const sums = ['risk', 'weight'].map((field) => ({
      ...{
        object: 'cabinet',
        type: 'rollup',
        name: `${field}Sum_c`,
        labelZh: `合计 ${field}`,
        rollup: of(field),
      },
    }));
    assert.equal((await ask('POST', '/api/records/customField', sums)).status, 201);
    const hall = (await ask('POST', '/api/records/cabinet', { name: '北厅' })).body.id;
    for (const price of ['30', '12.5'])
      await ask('POST', '/api/records/specimen', {
        name: '陶罐',
        cabinet: hall,
        price,
        insured: '10',
        weight: '1.5',
      });
    const { body } = await ask('GET', `/api/records/cabinet/${hall}`);
    assert.deepEqual([body.riskSum_c, body.weightSum_c], ['22.50', '3.00']);
    const { objects } = (await ask('GET', '/api/meta')).body;
    const { fields } = objects.find(({ name }: ObjectMeta) => name === 'cabinet');
    const result = (name: string) => fields.find((field: { name: string }) => field.name === name)?.result;
    assert.deepEqual([result('riskSum_c'), result('weightSum_c')], ['money', 'decimal']);
  });

  it('is emptied by null and by nothing', () => isEmptied(filled, Object.keys(values)));
});
