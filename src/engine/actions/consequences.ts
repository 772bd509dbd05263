import type { Change } from '#kernel/change.ts';
import { shortName } from '#kernel/object-name.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { found } from '../records/ids-where.ts';
import { join, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import { type Reach, reachOf } from './reach.ts';

/** What a verb would do to records of one object. */
export interface Consequence {
  readonly object: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly count: number;
}

/** How many records of each object these changes write, besides the one on which the verb runs; nothing is written. */
export async function consequencesOf(
  context: Context,
  changes: readonly Change[],
  own: string | undefined,
): Promise<readonly Consequence[]> {
  const single: Consequence[] = [];
  const reaches: Reach[] = [];
  for (const change of changes)
    if (change.kind === 'updateWhere' || change.kind === 'updateEverywhere' || change.kind === 'become')
      reaches.push(...reachOf(context, change));
    else if (change.id !== own)
      single.push({ object: shortName(change.object), kind: change.kind, count: 1 });
  return summed([...single, ...(await reached(context, reaches))]);
}

/** Counts in one statement what all of them find. */
async function reached(context: Context, reaches: readonly Reach[]): Promise<readonly Consequence[]> {
  if (reaches.length === 0) return [];
  const counts = reaches.map(
    (reach) => sql`(select count(*) ${found(reach.context, reach.object, 'update', reach.where)})`,
  );
  const statement = compileStatement(sql`select ${join(counts, ', ')}`);
  const [row = []] = await context.database.run(statement.text, bind(statement, bindingOf(context)));
  return reaches.map(({ object }, place) => ({ object, kind: 'update', count: Number(row[place]) }));
}

function summed(consequences: readonly Consequence[]): readonly Consequence[] {
  const groups = Map.groupBy(consequences, ({ object, kind }) => `${kind} ${object}`);
  return [...groups.values()]
    .map((alike) => ({
      ...(alike[0] as Consequence),
      count: alike.reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0);
}
