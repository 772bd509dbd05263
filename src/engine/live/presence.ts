import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

/** Who has one record open. */
export interface Gathering {
  readonly object: string;
  readonly id: string;
  readonly users: readonly { readonly id: string; readonly name: string }[];
}

/** How long somebody counts as present after having said so, in seconds; clients say so every 20. */
const stay = 30;

/** Notes that somebody has a record open, or has closed it. */
export async function notePresence(
  database: Database,
  schema: string,
  {
    object,
    id,
    person,
    left,
  }: { readonly object: string; readonly id: string; readonly person: string; readonly left: boolean },
): Promise<void> {
  const table = `${quoted(schema)}.presence`;
  await database.run(
    left
      ? `delete from ${table} where object = $1 and record = $2 and person = $3`
      : `insert into ${table} values ($1, $2, $3, now() + interval '${stay} seconds')
         on conflict (object, record, person) do update set until = excluded.until`,
    [object, id, person],
  );
}

/** Everybody who is present anywhere, by record. */
export async function gatherings(
  database: Database,
  registry: Registry,
  schema: string,
): Promise<ReadonlyMap<string, Gathering>> {
  const rows = await database.run(
    `select json_build_object('object', p.object, 'id', p.record, 'users', json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id))
     from ${quoted(schema)}.presence p join ${quoted(schema)}.${quoted(registry.people)} u on u.id = p.person
     where p.until > now() group by p.object, p.record`,
  );
  const all = rows.map(([text]) => JSON.parse(text as string) as Gathering);
  return new Map(all.map((gathering) => [`${gathering.object} ${gathering.id}`, gathering]));
}
