import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Actor } from '#engine/access/actor.ts';
import { readableField } from '#engine/access/rights.ts';
import { compose } from '#kernel/registry.ts';
import { demoSignIn } from '#main/demo/load-demo.ts';
import { modules, people } from '#main/modules.ts';
import { type Hengyue, startHengyue } from '#test/world/hengyue.ts';
import { all, checkObject, type Door, doorOf } from './rights-doors.ts';
import type { Stored, World } from './rights-oracle.ts';

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
