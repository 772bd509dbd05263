import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { Context } from '../records/context.ts';
import { mustEver, readRecord } from '../records/read.ts';
import { quoted } from '../sql/fragment.ts';

/** Minutes within which opening a record again is the same look: what was new a moment ago stays marked. */
const sameLook = 10;

/** Records of which a person's look is remembered at least. */
const remembered = 500;

/**
 * Notes that the actor has a record before him. Returns since when what others did to it is new to him; null when he
 * had not seen it before. Whoever acts in another's name has not looked for him.
 */
export async function noteLook(context: Context, object: string, id: string): Promise<string | null> {
  mustEver(context, object, 'read');
  await readRecord(context, object, id, ['id']);
  const { actor, database, workspace, now } = context;
  if (actor.id === null || actor.impersonator !== undefined) return null;
  const look = `${quoted(workspace.schema)}.look`;
  const [row] = await database.run(
    `with forgotten as (delete from ${look} where person = $1::uuid and record in
       (select record from ${look} where person = $1::uuid order by at desc offset ${remembered} limit 20))
     insert into ${look} as l (person, object, record, at) values ($1::uuid, $2, $3::uuid, $4::timestamptz)
     on conflict (person, record) do update set at = excluded.at,
       since = case when l.at < excluded.at - interval '${sameLook} minutes' then l.at else l.since end
     returning to_json(since) #>> '{}'`,
    [actor.id, object, id, formatInstant(now)],
  );
  return row?.[0] ?? null;
}

/** Takes everything that is new to the actor for seen. */
export async function noteAllSeen({ actor, database, workspace, now }: Context): Promise<void> {
  if (actor.impersonator !== undefined) return;
  await database.run(
    `update ${quoted(workspace.schema)}.look set at = $2::timestamptz, since = null where person = $1::uuid`,
    [actor.id, formatInstant(now)],
  );
}
