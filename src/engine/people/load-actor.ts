import type { Registry } from '#kernel/registry.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

import { knownZone } from './known-zone.ts';

/** The role that may do everything. */
export const unlimitedRole = 'administrator';

/** Reads a person with everyone below, or undefined when the person is gone or no longer active. */
export async function loadActor(
  database: Database,
  registry: Registry,
  schema: string,
  id: string,
): Promise<Actor | undefined> {
  const table = `${quoted(schema)}.${quoted(registry.people)}`;
  const [row] = await database.run(
    `select u.name, array_to_json(u.roles), u.locale, u."timeZone", (
       with recursive below(id) as (select u.id union select s.id from ${table} s join below on s.manager = below.id)
       select json_agg(id) from below)
     from ${table} u where u.id = $1 and u.active and u."deletedAt" is null`,
    [id],
  );
  if (row === undefined) return undefined;
  const roles = JSON.parse(row[1] ?? '[]') as string[];
  return {
    id,
    name: row[0] ?? '',
    roles,
    team: JSON.parse(row[4] ?? '[]') as string[],
    unlimited: roles.includes(unlimitedRole),
    locale: row[2] === 'en' ? 'en' : 'zh-CN',
    timeZone: knownZone(row[3] ?? 'UTC'),
  };
}
