import assert from 'node:assert/strict';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { Product } from '#test/http/product.ts';

/** A record with a value in every field, beside one that has none. */
export interface Filled {
  readonly product: Product;
  readonly object: string;
  readonly meta: ObjectMeta;
  readonly record: Readonly<Record<string, unknown>>;
  /** The id of the record that has nothing but its name. */
  readonly other: string;
  /** What was sent for each field, and how it is shown. */
  readonly values: Readonly<Record<string, readonly [sent: unknown, shown: unknown]>>;
}

/** Created, read, listed and exported alike. */
export async function comesBack({ product, object, record, values }: Filled): Promise<void> {
  for (const [name, [, shown]] of Object.entries(values)) assert.deepEqual(record[name], shown, name);
  const read = (await product.ask('GET', `/api/records/${object}/${record.id}`)).body;
  const only = encodeURIComponent(JSON.stringify({ id: record.id }));
  const [listed] = (await product.ask('GET', `/api/records/${object}?where=${only}`)).body.records;
  assert.deepEqual({ ...read, ...record }, read);
  assert.deepEqual({ ...read, ...listed }, read);
  const csv = await product.ask('GET', `/api/records/${object}/export?format=csv&headers=names`);
  const header = String(csv.body).split(/\r?\n/)[0] ?? '';
  for (const name of Object.keys(values).filter((one) => !one.startsWith('notes')))
    assert.ok(header.includes(name), `${name} in ${header}`);
}

/** By every operator that the field has, and in order; `free` names fields in which the other record is empty. */
export async function isFound(
  { product, object, meta, record, other, values }: Filled,
  free: readonly string[],
) {
  const where = async (condition: object) => {
    const query = encodeURIComponent(JSON.stringify(condition));
    const { status, body } = await product.ask('GET', `/api/records/${object}?where=${query}&select=id`);
    assert.equal(status, 200, JSON.stringify([condition, body]));
    return body.records.map(({ id }: { id: string }) => id);
  };
  const ours = String(record.id);
  for (const { name, operators, sortable } of meta.fields) {
    const value = record[name];
    if (operators.includes('eq')) assert.ok((await where({ [name]: value })).includes(ours), `${name} eq`);
    if (operators.includes('in')) {
      const list = Array.isArray(value) ? value : [value];
      assert.ok((await where({ [name]: { in: list } })).includes(ours), `${name} in`);
    }
    if (operators.includes('contains') && typeof value === 'string')
      assert.ok(
        (await where({ [name]: { contains: value.slice(1, 4) } })).includes(ours),
        `${name} contains`,
      );
    if (operators.includes('gte'))
      assert.ok((await where({ [name]: { gte: value } })).includes(ours), `${name} gte`);
    const empty = name in values && free.includes(name);
    if (operators.includes('isNull') && empty) {
      assert.deepEqual(await where({ [name]: { isNull: true } }), [other], `${name} isNull`);
      assert.deepEqual(await where({ [name]: { isNull: false } }), [ours], `${name} not null`);
    }
    for (const sort of [name, `-${name}`]) {
      const { status, body } = await product.ask('GET', `/api/records/${object}?sort=${sort}&select=${name}`);
      assert.equal(status, sortable ? 200 : 422, `${sort} ${JSON.stringify(body)}`);
      if (sortable && empty) assert.equal(body.records[0].id, ours, `empty ones stand last by ${sort}`);
    }
  }
}

/** By null and by nothing. */
export async function isEmptied({ product, object, other }: Filled, names: readonly string[]): Promise<void> {
  for (const empty of [null, ''])
    for (const name of names) {
      const { status, body } = await product.ask('PATCH', `/api/records/${object}/${other}`, {
        [name]: empty,
      });
      assert.deepEqual([status, body[name]], [200, null], `${name} ${JSON.stringify(body)}`);
    }
}

/** Grouped by every field, and measured in every way that its kind has; what cannot be measured is refused by name. */
export async function isGathered({ product, object, meta, record, other }: Filled): Promise<void> {
  const where = encodeURIComponent(JSON.stringify({ id: { in: [record.id, other] } }));
  const gather = (query: string) =>
    product.ask('GET', `/api/records/${object}/aggregate?where=${where}&${query}`);
  const bare = (await product.ask('GET', `/api/records/${object}/${other}`)).body;
  for (const { name, type, result } of meta.fields) {
    const { status, body } = await gather(`groupBy=${name}`);
    assert.equal(status, 200, `${name} ${JSON.stringify(body)}`);
    const dated = type === 'dateTime';
    const values = [record[name], bare[name]].map((value) => (dated && value ? dayHere(value) : value));
    const groups = body.groups.map((group: Record<string, unknown>) => group[name]);
    assert.deepEqual(new Set(groups), new Set(values), name);
    assert.equal(groups.length, new Set(values).size, name);
    for (const measure of ['sum', 'avg', 'min', 'max', 'countDistinct'].map((way) => `${way}(${name})`)) {
      const told = await gather(`measures=${measure}`);
      if (told.status === 200) continue;
      assert.deepEqual(
        [told.status, told.body.errors?.[0]?.field],
        [422, measure],
        JSON.stringify(told.body),
      );
      assert.ok(!numbers.includes(result ?? type), measure);
    }
  }
}

const numbers = ['integer', 'decimal', 'money', 'percent', 'duration'];

function dayHere(instant: unknown): string {
  return new Date(String(instant)).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
