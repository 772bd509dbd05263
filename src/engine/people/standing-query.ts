import type { Purpose } from '#kernel/purpose.ts';
import type { Registry } from '#kernel/registry.ts';
import { linkTable } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';

/** What is asked about the person whose row is in `me`. */
export interface StandingQuery {
  /** Further members of a `with recursive`, each followed by a comma. */
  readonly tables: string;
  /** JSON of a `Standing`. */
  readonly standing: string;
}

const nothing = 'select null::uuid as id where false';

/**
 * Who is around a person and what reaches him. His departments are the one that he is in and those that he leads; his
 * teams and territories those that count him among their members, and the teams that he leads. What is shared with a
 * department reaches those in the departments within it; what lies in a territory is served from those around it too.
 */
export function standingQuery(registry: Registry, schema: string): StandingQuery {
  const table = (purpose: Purpose) => {
    const object = registry.purposes.get(purpose);
    return object && `${quoted(schema)}.${quoted(object.name)}`;
  };
  const members = (purpose: Purpose) =>
    `${quoted(schema)}.${quoted(linkTable(registry.purposes.get(purpose)?.name ?? '', 'members'))}`;
  const people = `${quoted(schema)}.${quoted(registry.people)}`;
  const [departments, teams, territories] = [table('department'), table('team'), table('territory')];
  const memberships = (purpose: Purpose) =>
    `select t.id from ${table(purpose)} t join ${members(purpose)} l on l.source = t.id join me on me.id = l.target where t."deletedAt" is null`;
  const named: Readonly<Record<string, string>> = {
    my_departments: departments
      ? `select d.id from me m join ${departments} d on d.id = m.department or d.leader = m.id where d."deletedAt" is null`
      : nothing,
    departments_below: departments ? downFrom('departments_below', 'my_departments', departments) : nothing,
    departments_above: departments
      ? `select id from my_departments union select d.parent from ${departments} d join departments_above a on a.id = d.id where d.parent is not null`
      : nothing,
    my_teams: teams
      ? `${memberships('team')} union select t.id from ${teams} t join me on t.leader = me.id where t."deletedAt" is null`
      : nothing,
    my_territories: territories
      ? downFrom('my_territories', `(${memberships('territory')}) m`, territories)
      : nothing,
    my_audiences: `select id::text from (select id from me union all select id from my_teams union all select id from departments_above union all select id from my_territories) a union all select unnest(m.roles) from me m`,
  };
  const inTeams = teams
    ? `select l.target as id from ${members('team')} l join my_teams t on t.id = l.source union select t.leader from ${teams} t join my_teams using (id) where t.leader is not null`
    : nothing;
  const inDepartments = (which: string) =>
    departments
      ? `select p.id from ${people} p where p."deletedAt" is null and p.department in (select id from ${which})`
      : nothing;
  const [shares, rules] = [table('share'), table('sharingRule')];
  const shared = shares
    ? `(select json_agg(distinct s."recordObject") from ${shares} s where s.audience in (select id from my_audiences) and s."deletedAt" is null)`
    : 'null';
  const ruled = rules
    ? `(select json_agg(json_build_object('id', r.id, 'object', r.object, 'where', coalesce(r."where", '{}'), 'access', r.access, 'territory', r.audience in (select id::text from my_territories)) order by r.id) from ${rules} r where r.active and r."deletedAt" is null and r.audience in (select id from my_audiences))`
    : 'null';
  const changes = table('grant');
  const changed = changes
    ? `(select json_agg(json_build_object('role', g.role, 'object', g.object, 'read', g.read, 'create', g."create", 'update', g."update", 'delete', g."delete", 'import', g.import, 'publish', g.publish, 'fields', g.fields) order by g.id) from ${changes} g where g."deletedAt" is null and g.role in (select unnest(m.roles) from me m))`
    : 'null';
  const parts = {
    teammates: withMe(inTeams),
    department: withMe(inDepartments('my_departments')),
    departmentAndBelow: withMe(inDepartments('departments_below')),
    audiences: '(select json_agg(id) from my_audiences)',
    territories: "(select coalesce(json_agg(id::text), '[]') from my_territories)",
    shared: `coalesce(${shared}, '[]')`,
    rules: `coalesce(${ruled}, '[]')`,
    grants: `coalesce(${changed}, '[]')`,
  };
  return {
    tables: Object.entries(named)
      .map(([name, query]) => `${name}(id) as (${query}), `)
      .join(''),
    standing: `json_build_object(${Object.entries(parts)
      .map(([name, query]) => `'${name}', ${query}`)
      .join(', ')})`,
  };
}

/** The records that a query finds and all that lie within them. */
function downFrom(name: string, query: string, table: string): string {
  return `select id from ${query} union select t.id from ${table} t join ${name} above on t.parent = above.id where t."deletedAt" is null`;
}

function withMe(query: string): string {
  return `(select json_agg(id) from (${query} union select id from me) c)`;
}
