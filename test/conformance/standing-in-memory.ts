import type { Actor } from '#engine/access/actor.ts';
import type { Standing } from '#engine/access/standing.ts';
import type { Stored, World } from './rights-oracle.ts';

/** Who somebody is and what surrounds him, worked out from the records alone. */
export function actorIn(world: World, id: string): Actor {
  const people = [...(world.get('user')?.values() ?? [])];
  const me = people.find((one) => one.id === id) as Stored;
  const roles = (me.roles ?? []) as readonly string[];
  const team = below(people, 'manager', [id]);
  return {
    id,
    name: String(me.name),
    roles,
    team,
    standing: standingIn(world, me, people, roles),
    unlimited: roles.includes('administrator'),
    locale: 'en',
    timeZone: 'UTC',
  };
}

function standingIn(world: World, me: Stored, people: readonly Stored[], roles: readonly string[]): Standing {
  const all = (name: string) => [...(world.get(name)?.values() ?? [])];
  const departments = all('department');
  const mine = departments.filter(({ id, leader }) => id === me.department || leader === me.id).map(idOf);
  const within = below(departments, 'parent', mine);
  const above = departments.filter(({ id }) =>
    below(departments, 'parent', [id]).some((one) => mine.includes(one)),
  );
  const teams = all('team').filter((team) => team.leader === me.id || membersOf(team).includes(me.id));
  const served = all('territory')
    .filter((one) => membersOf(one).includes(me.id))
    .map(idOf);
  const territories = below(all('territory'), 'parent', served);
  const audiences = [me.id, ...teams.map(idOf), ...above.map(idOf), ...territories, ...roles];
  const in_ = (ids: readonly string[]) => [
    ...new Set([me.id, ...people.filter(({ department }) => ids.includes(String(department))).map(idOf)]),
  ];
  return {
    teammates: [
      ...new Set([me.id, ...teams.flatMap((one) => [...membersOf(one), String(one.leader ?? me.id)])]),
    ],
    department: in_(mine),
    departmentAndBelow: in_(within),
    audiences,
    territories,
    shared: all('share').map(({ record }) => (record as { object: string }).object),
    rules: all('sharingRule')
      .filter(({ active, audience }) => active === true && audiences.includes(String(audience)))
      .map(({ id, object, where, access, audience }) => ({
        id,
        object: String(object),
        where: where ?? {},
        access: String(access),
        territory: territories.includes(String(audience)),
      })),
    grants: [],
  };
}

function membersOf({ members }: Stored): readonly string[] {
  return (members ?? []) as readonly string[];
}

function idOf({ id }: Stored): string {
  return id;
}

/** The ids and all that are reached from them downwards. */
function below(records: readonly Stored[], upwards: string, from: readonly string[]): readonly string[] {
  const found = new Set(from);
  for (const _ of records)
    for (const record of records) if (found.has(String(record[upwards]))) found.add(record.id);
  return [...found];
}
