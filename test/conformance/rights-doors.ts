import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '#engine/access/actor.ts';
import { mayEver, readableField } from '#engine/access/rights.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { oracleOf, type Stored, type World } from './rights-oracle.ts';

/** A way to ask the product as one person. */
export type Door = (
  method: 'GET' | 'PATCH' | 'DELETE' | 'POST',
  url: string,
  payload?: object,
) => Promise<{ status: number; body: ReturnType<JSON['parse']>; text: string }>;

interface Ground {
  readonly registry: Registry;
  readonly world: World;
}

/** Signs a person in. */
export async function doorOf(app: FastifyInstance, email: string, password: string): Promise<Door> {
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password },
  });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return async (method, url, payload) => {
    const answer = await app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    const json = /json/.test(String(answer.headers['content-type']));
    return { status: answer.statusCode, body: json ? answer.json() : undefined, text: answer.body };
  };
}

/**
 * Compares what a person reaches through each door with what the declared policy says, worked out in memory; through
 * lists, totals and exports alone when not `every` door is to be tried.
 */
export async function checkObject(
  { registry, world }: Ground,
  object: ObjectModel,
  actor: Actor,
  ask: Door,
  every = true,
): Promise<void> {
  const { may } = oracleOf(registry, world, actor);
  const records = [...(world.get(object.name)?.values() ?? [])];
  const seen = records.filter((record) => may('read', object, record));
  const unseen = records.filter((record) => !seen.includes(record));
  const who = `${object.name} by ${actor.name} (${actor.roles.join()})`;
  const { status } = await ask('GET', `/api/records/${object.name}?limit=1`);
  if (status === 403) return assert.deepEqual(seen, [], who);
  const listed = await all(ask, object.name);
  assert.deepEqual(ids(listed), ids(seen), `${who}: list`);
  const counted = await ask('GET', `/api/records/${object.name}/aggregate?measures=count`);
  assert.equal(counted.body.groups[0]?.count ?? 0, seen.length, `${who}: aggregate`);
  const exported = await ask('GET', `/api/records/${object.name}/export?format=csv&select=id`);
  assert.equal(exported.status, 200, exported.text);
  for (const { id } of unseen) assert.ok(!exported.text.includes(id), `${who}: export shows ${id}`);
  for (const { id } of seen) assert.ok(exported.text.includes(id), `${who}: export misses ${id}`);
  if (!every) return;
  for (const { id } of ends(unseen)) await checkClosed(object, id, ask, who);
  for (const record of ends(seen)) await checkOpen(object, record, ask, may, who);
  await checkSearch(object, unseen, ask, who);
  await checkReferences({ registry, world }, object, ask, may, who);
  await checkRelated({ registry, world }, object, seen, actor, ask, who);
}

async function checkClosed(object: ObjectModel, id: string, ask: Door, who: string): Promise<void> {
  const address = `/api/records/${object.name}/${id}`;
  for (const [method, url] of [
    ['GET', address],
    ['GET', `${address}/timeline`],
    ['GET', `${address}/duplicates`],
    ['PATCH', address],
    ['DELETE', address],
    ['POST', `${address}/restore`],
  ] as const) {
    const answer = await ask(method, url, method === 'PATCH' ? {} : undefined);
    assert.ok([403, 404].includes(answer.status), `${who}: ${method} ${url} ${answer.status}`);
  }
  const where = encodeURIComponent(JSON.stringify({ id }));
  assert.deepEqual((await ask('GET', `/api/records/${object.name}?where=${where}`)).body.records, []);
  for (const { name } of object.actions.filter(({ object: on }) => on !== undefined)) {
    const answer = await ask('POST', `/api/actions/${name}`, { id });
    assert.ok([403, 404, 422].includes(answer.status), `${who}: ${name} ${answer.status}`);
  }
}

async function checkOpen(
  object: ObjectModel,
  record: Stored,
  ask: Door,
  may: ReturnType<typeof oracleOf>['may'],
  who: string,
): Promise<void> {
  const address = `/api/records/${object.name}/${record.id}`;
  assert.equal((await ask('GET', address)).status, 200, who);
  assert.equal((await ask('GET', `${address}/timeline`)).status, 200, `${who}: timeline`);
  const changed = await ask('PATCH', address, {});
  const expected = may('update', object, record) ? 200 : 403;
  assert.equal(changed.status, expected, `${who}: update ${changed.text}`);
  if (!may('delete', object, record))
    assert.ok([403, 404].includes((await ask('DELETE', address)).status), `${who}: delete`);
}

async function checkSearch(object: ObjectModel, unseen: readonly Stored[], ask: Door, who: string) {
  const hidden = new Set(unseen.map(({ id }) => id));
  for (const record of ends(unseen)) {
    const name = record[object.declaration.nameField];
    if (typeof name !== 'string') continue;
    const { body } = await ask('GET', `/api/search?q=${encodeURIComponent(name)}&limit=100`);
    const found = body.results.filter(({ id }: { id: string }) => hidden.has(id));
    assert.deepEqual(found, [], `${who}: search`);
  }
}

/** A name behind a reference is shown only of a record that may be seen. */
async function checkReferences(
  { registry, world }: Ground,
  object: ObjectModel,
  ask: Door,
  may: ReturnType<typeof oracleOf>['may'],
  who: string,
) {
  for (const [name, field] of object.fields) {
    if (field.type !== 'reference' || field.target === undefined) continue;
    const target = registry.objects.get(field.target) as ObjectModel;
    const path = `${name}.${target.declaration.nameField}`;
    const answer = await ask('GET', `/api/records/${object.name}?select=${path}&limit=200`);
    if (answer.status === 422) continue;
    for (const row of answer.body.records) {
      const shown = row[name]?.[target.declaration.nameField] ?? null;
      const referred = world.get(target.name)?.get(row[name]?.id);
      if (shown !== null)
        assert.ok(referred && may('read', target, referred), `${who}: ${path} tells ${shown}`);
    }
  }
}

/** What a condition on related records finds tells of no related record that may not be seen, nor of any hidden field. */
async function checkRelated(
  { registry, world }: Ground,
  object: ObjectModel,
  seen: readonly Stored[],
  actor: Actor,
  ask: Door,
  who: string,
) {
  const { may } = oracleOf(registry, world, actor);
  const found = async (has: object) => {
    const where = encodeURIComponent(JSON.stringify({ has }));
    return ask('GET', `/api/records/${object.name}?select=id&limit=1000&where=${where}`);
  };
  let compared = 0;
  for (const { object: name, name: by } of object.inverses) {
    const other = objectNamed(registry, name);
    const records = [...(world.get(name)?.values() ?? [])].filter((record) => record[by] != null);
    const hidden = records.filter((record) => !may('read', other, record));
    // Where all is seen there is nothing to be told. Two ways to an object tell whether its conditions keep rights.
    if (hidden.length === 0 || ++compared > 2) continue;
    const has = { object: name, by };
    const answer = await found(has);
    const asked = readableField(registry, other, by, actor) && mayEver(registry, other, 'read', actor);
    assert.equal(answer.status, asked ? 200 : 422, `${who}: has ${name}.${by} ${answer.text}`);
    const reached = new Set(
      records.filter((record) => !hidden.includes(record)).flatMap((record) => referredTo(record[by])),
    );
    if (asked)
      assert.deepEqual(
        ids(answer.body.records),
        ids(seen.filter(({ id }) => reached.has(id))),
        `${who}: has ${name}.${by}`,
      );
    const withheld = [...other.fields.keys()].find((field) => !readableField(registry, other, field, actor));
    if (asked && withheld !== undefined)
      assert.equal((await found({ ...has, where: { [withheld]: { isNull: false } } })).status, 422, withheld);
  }
}

function referredTo(value: unknown): readonly string[] {
  return [value].flat().map((one) => (typeof one === 'object' ? (one as { id: string }).id : String(one)));
}

/** Every record that a person finds in the list of an object. */
export async function all(ask: Door, object: string): Promise<Stored[]> {
  const found: Stored[] = [];
  let cursor = '';
  do {
    const answer = await ask('GET', `/api/records/${object}?limit=1000${cursor}`);
    assert.equal(answer.status, 200, `${object}: ${answer.text}`);
    found.push(...answer.body.records);
    cursor = answer.body.next === undefined ? '' : `&cursor=${answer.body.next}`;
  } while (cursor !== '');
  return found;
}

/** The first and the last: what lists and exports tell of all of them is asked of these by every further door. */
function ends(records: readonly Stored[]): readonly Stored[] {
  return records.filter((_, index) => index === 0 || index === records.length - 1);
}

function ids(records: readonly Stored[]): readonly string[] {
  return records.map(({ id }) => id).sort();
}
