import { objectNamed } from '#kernel/registry.ts';
import { linkTable } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** Somebody who is told what is said about a record, and what others change in it. */
export interface Follower {
  readonly id: string;
  readonly name: string;
}

type Place = Pick<Context, 'database' | 'registry' | 'workspace'>;

/** Who follows a record. Whether he still sees it is asked when he is told. */
export async function followersOf(
  place: Place,
  objectName: string,
  id: string,
): Promise<readonly Follower[]> {
  const rows = await following(place, [{ object: objectName, record: id }], 'its maker too');
  return rows.map(({ person, name }) => ({ id: person, name }));
}

/**
 * Who hears what others change in records, by record: whoever follows it for more than having made it. Who has brought
 * in ten thousand customers for his colleagues would hear of nothing else.
 */
export async function followersOfChanges(
  place: Place,
  records: readonly { readonly object: string; readonly record: string }[],
): Promise<ReadonlyMap<string, readonly Following[]>> {
  return Map.groupBy(await following(place, records), ({ record }) => record);
}

/** That somebody follows a record. */
export interface Following {
  readonly record: string;
  readonly person: string;
  readonly name: string;
  /** Whether it is his. */
  readonly owns: boolean;
}

/**
 * Who wants to follow records, has them, spoke about them or was named there, but for those who do not want to. It
 * follows from what is there, so that nobody has to be entered and nothing has to be kept in step.
 */
async function following(
  { database, registry, workspace }: Place,
  records: readonly { readonly object: string; readonly record: string }[],
  makers?: 'its maker too',
): Promise<readonly Following[]> {
  const [wish, comment] = [registry.purposes.get('following')?.name, registry.purposes.get('comment')?.name];
  if (wish === undefined || comment === undefined || records.length === 0) return [];
  const table = (name: string) => `${quoted(workspace.schema)}.${quoted(name)}`;
  const said = `${table(comment)} c`;
  const about = `c.regarding = any($1::uuid[]) and c."deletedAt" is null`;
  const named = table(linkTable(comment, 'mentions'));
  const having = [...new Set(records.map(({ object }) => object))].flatMap((name) => {
    const owned = objectNamed(registry, name).fields.get('owner')?.type === 'user';
    const people = [
      ...(owned ? ['t.owner, true'] : []),
      ...(makers === undefined ? [] : ['t."createdBy", false']),
    ];
    return people.map(
      (person) => `select t.id, ${person} from ${table(name)} t where t.id = any($1::uuid[])`,
    );
  });
  const rows = await database.run(
    `with wish as (select f.record, f.person, f.wish from ${table(wish)} f
       where f.record = any($1::uuid[]) and f."deletedAt" is null),
     near(record, person, owns) as (
       ${[
         `select record, person, false from wish where wish = 'follows'`,
         ...having,
         `select c.regarding, c.author, false from ${said} where ${about}`,
         `select c.regarding, m.target, false from ${said} join ${named} m on m.source = c.id where ${about}`,
       ].join('\n       union ')})
     select n.record, u.id, u.name, bool_or(n.owns) from near n join ${table(registry.people)} u on u.id = n.person
     where u.active and u."deletedAt" is null
       and not exists (select 1 from wish where wish.record = n.record and wish.person = u.id and wish.wish = 'silent')
     group by n.record, u.id, u.name order by u.name, u.id`,
    [[...new Set(records.map(({ record }) => record))]],
  );
  return rows.map(([record, person, name, owns]) => ({
    ...{ record: record ?? '', person: person ?? '', name: name ?? '' },
    owns: owns === 't' || owns === 'true',
  }));
}
