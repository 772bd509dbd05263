import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { ObjectMeta, ViewMeta } from '#kernel/meta.ts';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';

const roles = ['administrator', 'salesManager', 'salesRepresentative'];

describe('every declared view', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });

  for (const [index, role] of roles.entries()) {
    it(`is answered to a person in the role ${role}`, async () => {
      const ask = await product.colleague({
        name: '周敏',
        email: `zhou${index}@hengyue.example`,
        roles: [role],
      });
      const { objects } = (await ask('GET', '/api/meta')).body as { objects: readonly ObjectMeta[] };
      assert.ok(objects.length > 10);
      for (const object of objects) for (const view of object.views) await check(ask, object, view);
    });
  }
});

async function check(ask: Asking, object: ObjectMeta, view: ViewMeta): Promise<void> {
  const what = `${object.name}.${view.name}`;
  const query = new URLSearchParams({
    select: [...view.columns, ...object.page.highlights].join(','),
    count: 'true',
  });
  if (view.where !== undefined) query.set('where', JSON.stringify(view.where));
  if (view.sort !== undefined) query.set('sort', view.sort);
  const list = await ask('GET', `/api/records/${object.name}?${query}`);
  assert.equal(list.status, 200, `${what}: ${JSON.stringify(list.body)}`);
  assert.notEqual(view.label, view.name, `${what} has no label`);
  if (view.groupBy === undefined) return;
  const groups = new URLSearchParams({
    groupBy: view.groupBy,
    measures: view.sum === undefined ? 'count' : `count,sum(${view.sum})`,
  });
  if (view.where !== undefined) groups.set('where', JSON.stringify(view.where));
  const answer = await ask('GET', `/api/records/${object.name}/aggregate?${groups}`);
  assert.equal(answer.status, 200, `${what}: ${JSON.stringify(answer.body)}`);
}
