import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { asSystem } from '#engine/access/actor.ts';
import { createRecords } from '#engine/records/create.ts';
import { compose, type ObjectModel } from '#kernel/registry.ts';
import { modules, people } from '#main/modules.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { answerChecker, type DescribedSchema, type Document } from '#test/http/document.ts';
import { type Answer, company, type Product, startProduct } from '#test/http/product.ts';
import { demanded, written } from './sample-values.ts';

const registry = compose(modules, people);
const nobody = '019a2f4e-7c31-7b52-9d0e-6f3a1c8b4d27';

describe('every answer is as the API description says', () => {
  let product: Product;
  let document: Document;
  let faultsOf: ReturnType<typeof answerChecker>;

  before(async () => {
    product = await startProduct();
    await readDescription();
  });

  async function readDescription(): Promise<void> {
    document = (await product.ask('GET', '/api/openapi.json')).body;
    faultsOf = answerChecker(document);
  }

  /** Asks, and fails when the answer is not as described. */
  async function ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    id = '',
    payload?: unknown,
    query = '',
  ) {
    const answer = await product.ask(method, path.replace('{id}', id) + query, payload);
    assert.deepEqual(faultsOf(method, path, answer), []);
    return answer;
  }

  const made = new Map<string, Promise<Answer['body']>>();

  let file: string | undefined;

  /** A file as it is known, whose content nobody asks for. */
  async function aFile(): Promise<string> {
    file ??= await newFile();
    return file;
  }

  async function newFile(): Promise<string> {
    const { rows } = await product.pool.query(
      `insert into ws_main.stored_file (id, hash, name, size, media_type, uploaded_by)
       values (gen_random_uuid(), '', '报价.txt', 0, 'text/plain', $1) returning id`,
      [(await product.ask('GET', '/api/me')).body.id],
    );
    return rows[0].id;
  }

  /** A record of an object, made once with what the description says is needed. */
  function recordOf(object: ObjectModel): Promise<Answer['body']> {
    const known = made.get(object.name) ?? create(object);
    made.set(object.name, known);
    return known;
  }

  /** A record of an object that shows those of others. */
  async function anyOf(object: ObjectModel): Promise<Answer['body']> {
    for (const { object: name } of object.declaration.unites ?? [])
      await recordOf(registry.objects.get(name.replace(/^.*\./, '')) as ObjectModel);
    return (await product.ask('GET', `/api/records/${object.name}`)).body.records[0];
  }

  async function create(object: ObjectModel): Promise<Answer['body']> {
    const name = object.name.slice(0, 1).toUpperCase() + object.name.slice(1);
    const schema = document.components.schemas[`${name}Input`] as DescribedSchema;
    const values: Record<string, unknown> = {};
    for (const field of [...(schema.required ?? []), ...demanded(object)]) {
      const { target, targets = [] } = object.fields.get(field) ?? {};
      const other = registry.objects.get(target ?? targets[0] ?? '');
      const id = other && (await recordOf(other)).id;
      values[field] =
        object.fields.get(field)?.type === 'file'
          ? [{ id: await aFile() }]
          : other === undefined
            ? sample(schema.properties[field] as DescribedSchema, field)
            : target === undefined
              ? { object: other.name, id }
              : id;
    }
    const path = `/api/records/${object.name}`;
    if (object.declaration.raised) return raise(object, values);
    const { status, body } = await ask('POST', path, '', { ...values, ...written[object.name] });
    assert.equal(status, 201, `${object.name}: ${JSON.stringify(body)}`);
    if (object.declaration.traits.some((trait) => trait.name === 'definesFields')) await readDescription();
    return body;
  }

  /** What only the system raises; by hand it is refused. */
  async function raise(object: ObjectModel, values: object): Promise<Answer['body']> {
    const { status } = await product.ask('POST', `/api/records/${object.name}`, values);
    assert.equal(status, 403, object.name);
    const settings = { ...company, currencies: { [company.currency]: '1' } };
    const [record] = await createRecords(
      {
        ...{ registry, database: product.database, now: Date.now() },
        workspace: workspaceOf({ name: 'main', label: company.company, schema: 'ws_main', settings }),
        actor: asSystem('what it is like'),
      },
      object.name,
      [{ values: { ...values } }],
    );
    return JSON.parse(record as string);
  }

  for (const object of registry.objects.values()) {
    it(object.name, async () => {
      const all = `/api/records/${object.name}`;
      const one = `${all}/{id}`;
      const { id, version } = object.declaration.unites ? await anyOf(object) : await recordOf(object);
      const followed = [...object.fields]
        .filter(([, { type }]) => type === 'reference' || type === 'user')
        .map(([name]) => `,${name}.id`)
        .join('');
      assert.equal((await ask('GET', one, id)).status, 200);
      assert.equal((await ask('GET', all, '', undefined, '?count=true')).body.count >= 1, true);
      await ask('GET', all, '', undefined, `?select=id${followed}`);
      await ask('GET', all, '', undefined, '?where={"nothing":1}');
      await ask('GET', `${all}/aggregate`, '', undefined, '?groupBy=createdAt.month&measures=count');
      await ask('GET', `${one}/timeline`, id);
      if (object.declaration.unites !== undefined) return;
      if (object.declaration.appendOnly) {
        for (const method of ['PATCH', 'DELETE'] as const)
          assert.equal((await product.ask(method, one.replace('{id}', id), {})).status, 403);
        return;
      }
      assert.equal((await ask('PATCH', one, id, { version })).status, 200);
      assert.equal((await ask('PATCH', one, id, { version: version + 7 })).status, 409);
      assert.equal((await ask('PATCH', one, id, { nothing: 1 })).status, 422);
      assert.equal((await ask('GET', one, nobody)).status, 404);
      assert.equal((await ask('POST', all, '', { nothing: 1 })).status, 422);
      if (document.paths[`${one}/duplicates`]) await ask('GET', `${one}/duplicates`, id);
    });
  }

  it('deleting and restoring', async () => {
    for (const object of registry.objects.values()) {
      const { unites, appendOnly } = object.declaration;
      if (object.name === registry.people || unites !== undefined || appendOnly) continue;
      const { id } = await recordOf(object);
      const one = `/api/records/${object.name}/{id}`;
      const { status } = await ask('DELETE', one, id);
      if (status === 204) assert.equal((await ask('POST', `${one}/restore`, id)).status, 200, object.name);
    }
  });

  it('actions', async () => {
    for (const [name, action] of registry.actions) {
      const path = `/api/actions/${name}`;
      const { status } = await ask(
        'POST',
        path,
        '',
        action.object === undefined ? {} : { id: nobody, input: {} },
      );
      assert.ok([200, 404, 409, 422].includes(status), name);
    }
  });

  it('everything else', async () => {
    await ask('GET', '/api/health');
    await ask('GET', '/api/setup');
    await ask('POST', '/api/setup', '', {});
    await ask('GET', '/api/meta');
    await ask('GET', '/api/me');
    await ask('PATCH', '/api/me', '', { timeZone: 'Europe/London' });
    await ask('PATCH', '/api/me', '', { timeZone: 'nowhere' });
    const { body } = await ask('POST', '/api/api-keys', '', { name: '数据同步', scopes: ['read'] });
    await ask('GET', '/api/api-keys');
    assert.equal((await ask('DELETE', '/api/api-keys/{id}', body.id)).status, 204);
    assert.equal((await ask('DELETE', '/api/api-keys/{id}', body.id)).status, 404);
    await ask('GET', '/api/company');
    await ask('PATCH', '/api/company', '', { currencies: { USD: '7.12' } });
    await ask('PATCH', '/api/company', '', { timeZone: 'nowhere' });
    await ask('GET', '/api/people/sign-ins');
    await ask('GET', '/api/rights');
    await ask('DELETE', '/api/people/{id}/sign-in', nobody);
    await ask('GET', '/api/search', '', undefined, '?q=lin');
    await ask('GET', '/api/search', '', undefined, '?q=lin&limit=0');
    await ask('GET', '/api/automation-runs');
    await ask('GET', '/api/automation-runs', '', undefined, '?state=odd');
    await ask('POST', '/api/automation-runs/{id}/retry', nobody);
    const form = '/api/public-forms/{workspace}/{id}';
    await ask('GET', form, nobody);
    await ask('POST', form, nobody, {});
    await ask('POST', '/api/presence', '', { object: 'team', id: nobody });
  });
});

/** A value that a schema allows. */
function sample(schema: DescribedSchema, name: string): unknown {
  const [example] = schema.examples ?? [];
  const { enum: values, anyOf, format } = schema;
  if (name === 'email') return `${Math.random().toString(36).slice(2)}@hengyue.example`;
  if (example !== undefined && format !== 'uuid') return example;
  if (values !== undefined) return values[0];
  if (anyOf !== undefined) return sample(anyOf[0] as DescribedSchema, name);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  return { string: `试用 ${name}`, integer: 1, number: 1, boolean: true, array: [], object: {} }[
    type as 'string'
  ];
}
