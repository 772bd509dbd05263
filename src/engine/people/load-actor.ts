import type { Registry } from '#kernel/registry.ts';
import type { Actor } from '../access/actor.ts';
import type { Standing } from '../access/standing.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

import { knownZone } from './known-zone.ts';
import { standingQuery } from './standing-query.ts';

/** The role that may do everything. */
export const unlimitedRole = 'administrator';

/** Reads a person with everyone below, or undefined when the person is gone or no longer active. */
export async function loadActor(
  database: Database,
  registry: Registry,
  schema: string,
  id: string,
): Promise<Actor | undefined> {
  const [row] = await database.run(actorStatement(registry, schema), [id]);
  if (row === undefined) return undefined;
  const roles = JSON.parse(row[1] ?? '[]') as string[];
  return {
    id,
    name: row[0] ?? '',
    roles,
    team: JSON.parse(row[4] ?? '[]') as string[],
    standing: JSON.parse(row[5] ?? '{}') as Standing,
    unlimited: roles.includes(unlimitedRole),
    locale: row[2] === 'en' ? 'en' : 'zh-CN',
    timeZone: knownZone(row[3] ?? 'UTC'),
  };
}

function actorStatement(registry: Registry, schema: string): string {
  const table = `${quoted(schema)}.${quoted(registry.people)}`;
  const { tables, standing } = standingQuery(registry, schema);
  return `with recursive me as (select * from ${table} where id = $1 and active and "deletedAt" is null),
    ${tables}
    below(id) as (select id from me union select s.id from ${table} s join below on s.manager = below.id)
    select u.name, array_to_json(u.roles), u.locale, u."timeZone", (select json_agg(id) from below), ${standing} from me u`;
}
