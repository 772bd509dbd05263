import { objectNamed } from '#kernel/registry.ts';
import { linkTable } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Somebody who is told what is said about a record. */
export interface Follower {
  readonly id: string;
  readonly name: string;
}

/**
 * Who follows a record: whoever wants to, has it, made it, spoke about it or was named there, but for those who do not
 * want to. It follows from what is there, so that nobody has to be entered and nothing has to be kept in step. Whether he
 * still sees it is asked when he is told.
 */
export async function followersOf(
  { database, registry, workspace }: Pick<Context, 'database' | 'registry' | 'workspace'>,
  objectName: string,
  id: string,
): Promise<readonly Follower[]> {
  const [following, comment] = [
    registry.purposes.get('following')?.name,
    registry.purposes.get('comment')?.name,
  ];
  if (following === undefined || comment === undefined) return [];
  const object = objectNamed(registry, objectName);
  const table = (name: string) => `${quoted(workspace.schema)}.${quoted(name)}`;
  const said = `${table(comment)} c`;
  const about = `c.regarding = $1::uuid and c."regardingObject" = $2 and c."deletedAt" is null`;
  const named = table(linkTable(comment, 'mentions'));
  const holds = object.fields.get('owner')?.type === 'user' ? '"owner"' : 'null::uuid';
  const rows = await database.run(
    `with wish as (select f.person, f.wish from ${table(following)} f
       where f.record = $1::uuid and f."recordObject" = $2 and f."deletedAt" is null)
     select u.id, u.name from ${table(registry.people)} u where u.active and u."deletedAt" is null and u.id in (
       select person from wish where wish = 'follows'
       union select unnest(array[${holds}, "createdBy"]) from ${table(object.name)} where id = $1::uuid
       union select c.author from ${said} where ${about}
       union select m.target from ${said} join ${named} m on m.source = c.id where ${about})
     and not exists (select 1 from wish where wish.person = u.id and wish.wish = 'silent') order by u.name, u.id`,
    [id, objectName],
  );
  return rows.map(([person, name]) => ({ id: person ?? '', name: name ?? '' }));
}
