import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Actor } from '#engine/access/actor.ts';
import { readableField } from '#engine/access/rights.ts';
import { compose, type ObjectModel } from '#kernel/registry.ts';
import { demoSignIn } from '#main/demo/load-demo.ts';
import { modules, people } from '#main/modules.ts';
import { type Hengyue, startHengyue } from '#test/world/hengyue.ts';
import { oracleOf, type Stored, type World } from './rights-oracle.ts';

type Person = Stored & {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[] | null;
  readonly manager: string | null;
};
type Door = (
  method: 'GET' | 'PATCH' | 'DELETE' | 'POST',
  url: string,
  payload?: object,
) => Promise<{ status: number; body: ReturnType<JSON['parse']>; text: string }>;

const registry = compose(modules, people);
const objects = [...registry.objects.values()];

/** What a person reaches through each door is compared with what the declared policy says, worked out in memory. */
describe('rights, for every object through every door', () => {
  let company: Hengyue;
  let world: World;
  const staff: { person: Person; actor: Actor; ask: Door }[] = [];

  before(async () => {
    company = await startHengyue({ customers: 16, leads: 14, recentDeals: 6 });
    const lin = await door('lin@hengyue.example');
    const everything = new Map<string, ReadonlyMap<string, Stored>>();
    for (const { name } of objects)
      everything.set(name, new Map((await all(lin, name)).map((one) => [one.id, one])));
    world = everything;
    const persons = [...(world.get(registry.people)?.values() ?? [])] as Person[];
    for (const person of onePerKind(persons)) {
      const actor = actorOf(person, persons);
      staff.push({ person, actor, ask: await door(person.email) });
    }
  });

  async function door(email: string): Promise<Door> {
    const payload = { email, password: demoSignIn.password };
    const signedIn = await company.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload });
    const cookie = signedIn.cookies
      .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    return async (method, url, payload) => {
      const answer = await company.app.inject({
        method,
        url,
        headers: { cookie },
        ...(payload && { payload }),
      });
      const json = /json/.test(String(answer.headers['content-type']));
      return { status: answer.statusCode, body: json ? answer.json() : undefined, text: answer.body };
    };
  }

  it('is asked by people of several kinds', () => {
    assert.ok(staff.length >= 2, 'the company has people with different roles');
    assert.ok(staff.every(({ actor }) => !actor.unlimited));
  });

  for (const object of objects) {
    it(`${object.name}: every door shows what the policy grants, and nothing else`, async () => {
      for (const { person, actor, ask } of staff) await checkObject(object, person, actor, ask);
    });
  }

  async function checkObject(object: ObjectModel, person: Person, actor: Actor, ask: Door): Promise<void> {
    const { may } = oracleOf(registry, world, actor);
    const records = [...(world.get(object.name)?.values() ?? [])];
    const seen = records.filter((record) => may('read', object, record));
    const unseen = records.filter((record) => !seen.includes(record));
    const who = `${object.name} by ${person.name} (${actor.roles.join()})`;
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
    for (const { id } of unseen.slice(0, 4)) await checkClosed(object, id, ask, who);
    for (const record of seen.slice(0, 4)) await checkOpen(object, record, ask, may, who);
    await checkSearch(object, unseen, ask, who);
    await checkReferences(object, ask, may, who);
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
    for (const record of unseen.slice(0, 3)) {
      const name = record[object.declaration.nameField];
      if (typeof name !== 'string') continue;
      const { body } = await ask('GET', `/api/search?q=${encodeURIComponent(name)}&limit=100`);
      const found = body.results.filter(({ id }: { id: string }) => hidden.has(id));
      assert.deepEqual(found, [], `${who}: search`);
    }
  }

  /** A name behind a reference is shown only of a record that may be seen. */
  async function checkReferences(
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

  it('what is hidden from a person is in no record, no condition, no order and no group', async () => {
    for (const { actor, ask } of staff) {
      for (const object of objects) {
        for (const name of object.fields.keys()) {
          if (readableField(registry, object, name, actor) !== undefined) continue;
          for (const query of [`select=${name}`, `sort=${name}`, `where={"${name}":{"isNull":true}}`]) {
            const { status } = await ask('GET', `/api/records/${object.name}?${encodeURI(query)}`);
            assert.ok([403, 422].includes(status), `${object.name} ${query}`);
          }
        }
      }
    }
  });
});

async function all(ask: Door, object: string): Promise<Stored[]> {
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

function ids(records: readonly Stored[]): readonly string[] {
  return records.map(({ id }) => id).sort();
}

/** One who leads and one who is led of each combination of roles, administrators left out. */
function onePerKind(persons: readonly Person[]): readonly Person[] {
  const kinds = new Map<string, Person>();
  for (const person of persons) {
    if (person.roles?.includes('administrator')) continue;
    const leads = persons.some(({ manager }) => manager === person.id);
    kinds.set(`${person.roles?.join()} ${leads}`, person);
  }
  return [...kinds.values()];
}

function actorOf(person: Person, persons: readonly Person[]): Actor {
  const team = new Set([person.id]);
  for (const _ of persons)
    for (const { id, manager } of persons) if (manager !== null && team.has(manager)) team.add(id);
  return {
    id: person.id,
    name: person.name,
    roles: person.roles ?? [],
    team: [...team],
    unlimited: false,
    locale: 'en',
    timeZone: 'UTC',
  };
}
