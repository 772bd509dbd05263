import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Actor, asSystem } from '#engine/access/actor.ts';
import { readableField } from '#engine/access/rights.ts';
import { escapeHtml } from '#engine/mail/escape-html.ts';
import { queueEvents } from '#engine/webhooks/queue-events.ts';
import { compose, type ObjectModel } from '#kernel/registry.ts';
import { demoSignIn } from '#main/demo/load-demo.ts';
import { modules, people } from '#main/modules.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { type Hengyue, startHengyue } from '#test/world/hengyue.ts';
import { all, checkObject, type Door, doorOf } from './rights-doors.ts';
import { oracleOf, type Stored, type World } from './rights-oracle.ts';

type Person = Stored & {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[] | null;
  readonly manager: string | null;
};
const registry = compose(modules, people);
const objects = [...registry.objects.values()];
const partsOfStaff = 4;

/** What a person reaches through each door is compared with what the declared policy says, worked out in memory. */
describe('rights, for every object through every door', () => {
  let company: Hengyue;
  let world: World;
  const staff: { person: Person; actor: Actor; ask: Door }[] = [];

  before(async () => {
    company = await startHengyue({ customers: 16, leads: 14, recentDeals: 6 });
    const lin = await doorOf(company.app, 'lin@hengyue.example', demoSignIn.password);
    const everything = new Map<string, ReadonlyMap<string, Stored>>();
    for (const { name } of objects)
      everything.set(name, new Map((await all(lin, name)).map((one) => [one.id, one])));
    world = everything;
    const persons = [...(world.get(registry.people)?.values() ?? [])] as Person[];
    for (const person of onePerKind(persons)) {
      const actor = actorOf(person, persons);
      staff.push({ person, actor, ask: await doorOf(company.app, person.email, demoSignIn.password) });
    }
  });

  it('is asked by people of several kinds', () => {
    assert.ok(staff.length >= 2, 'the company has people with different roles');
    assert.ok(staff.every(({ actor }) => !actor.unlimited));
  });

  for (const [turn, object] of objects.entries()) {
    it(`${object.name}: every door shows what the policy grants, and nothing else`, async () => {
      for (const [place, { actor, ask }] of staff.entries()) {
        // Lists, totals and exports by everybody; the dozens of other doors by a part of the people, another for each object.
        const every = (turn + place) % partsOfStaff === 0;
        await checkObject({ registry, world }, object, actor, ask, every);
      }
    });
  }

  it('a webhook is told of what its person may see, and of nothing else', async () => {
    const { database } = company;
    const lin = await doorOf(company.app, 'lin@hengyue.example', demoSignIn.password);
    const expected: string[] = [];
    for (const { actor } of staff.slice(0, 2)) {
      const { may } = oracleOf(registry, world, actor);
      const seen = (object: ObjectModel) =>
        [...(world.get(object.name)?.values() ?? [])].map((one) => may('read', object, one));
      const partly = objects.filter(
        (object) => object.declaration.unites === undefined && new Set(seen(object)).size === 2,
      );
      const some = partly.slice(0, 8);
      assert.ok(some.length > 3, actor.name);
      const topics = some.map(({ name }) => ({ object: name, kinds: ['created'] }));
      const values = { name: actor.name, address: 'https://example.com/', person: actor.id, topics };
      assert.equal((await lin('POST', '/api/records/webhook', values)).status, 201);
      for (const object of some)
        for (const record of world.get(object.name)?.values() ?? [])
          if (may('read', object, record)) expected.push(`${actor.name} ${object.name} ${record.id}`);
    }
    const told = await database.transaction(async (inside) => {
      // As if they had been there from the beginning.
      await inside.run(`update ws_main.webhook set since = '2000-01-01'`);
      await inside.run(`update ws_main.consumer set transaction = '0', sequence = 0 where name = 'webhooks'`);
      const settings = { currency: 'CNY', currencies: {}, timeZone: 'Asia/Shanghai', locale: 'zh-CN' };
      const workspace = workspaceOf({ name: 'main', label: '', schema: 'ws_main', settings });
      const actor = asSystem('what programs are told');
      while (await queueEvents({ registry, workspace, actor, database: inside, now: Date.now() }));
      return inside.run(
        `select w.name || ' ' || d.object || ' ' || d.record from ws_main.webhook_delivery d join ws_main.webhook w on w.id = d.webhook`,
      );
    });
    assert.deepEqual(told.map(([one]) => one).sort(), expected.sort());
  });

  it('a view shown by link shows strangers what its maker sees, and nothing else', async () => {
    const lin = await doorOf(company.app, 'lin@hengyue.example', demoSignIn.password);
    const stranger = await doorOf(company.app, 'nobody@hengyue.example', 'nothing');
    for (const [place, { actor, ask }] of staff.slice(0, 4).entries()) {
      const { may } = oracleOf(registry, world, actor);
      const whole = ({ views }: ObjectModel) =>
        views?.views.find(({ kind, where }) => kind === 'table' && where === undefined)?.name;
      const partly = objects.filter((object) => {
        const records = [...(world.get(object.name)?.values() ?? [])];
        const named = object.fields.get(object.declaration.nameField)?.type === 'text';
        const seen = records.filter((one) => may('read', object, one)).length;
        return named && whole(object) && seen > 0 && seen < Math.min(records.length, 100);
      });
      assert.ok(partly.length > 3, actor.name);
      for (const object of partly.filter((_, turn) => turn % 4 === place)) {
        for (const role of actor.roles)
          await lin('POST', '/api/records/roleRight', { role, object: object.name, publish: 'yes' });
        const { nameField } = object.declaration;
        const columns = [nameField, ...[...object.fields.keys()].filter((name) => name !== nameField)];
        const settings = { base: whole(object), columns: columns.slice(0, 60) };
        const view = await ask('POST', '/api/records/savedView', {
          name: object.name,
          object: object.name,
          settings,
        });
        const { body } = await ask('GET', `/api/view-links/offer?view=${view.body.id}`);
        const offered = body.columns.map(({ path }: { path: string }) => path);
        assert.ok(offered.includes(nameField), `${object.name} by ${actor.name}: ${JSON.stringify(body)}`);
        for (const path of offered)
          assert.ok(readableField(registry, object, path, actor), `${object.name}.${path}`);
        const wanted = { view: view.body.id, columns: offered, personal: offered };
        const link = await ask('POST', '/api/view-links', wanted);
        const { text } = await stranger('GET', new URL(link.body.address).pathname);
        const names = (seen: boolean) =>
          [...(world.get(object.name)?.values() ?? [])]
            .filter((one) => may('read', object, one) === seen)
            .map((one) => escapeHtml(String(one[nameField])));
        const seen = names(true);
        const who = `${object.name} by ${actor.name}`;
        for (const name of seen) assert.ok(text.includes(name), `${who} misses ${name}`);
        for (const name of names(false))
          assert.ok(
            seen.some((own) => own.includes(name)) || !text.includes(`>${name}<`),
            `${who} shows ${name}`,
          );
      }
    }
  });

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
