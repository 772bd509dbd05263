import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** What is known of an entry of a calendar elsewhere. */
export interface Pair {
  readonly address: string;
  /** Under which it was last seen or written. */
  readonly tag: string;
  /** The record that says the same; none for what has no place here. */
  readonly record: string | null;
  /** What that record said then. */
  readonly form: string | null;
  /** Says what a record cannot hold, and is touched by nobody. */
  readonly leftAlone: boolean;
}

/** Everything known of the actor's calendar elsewhere, by address. */
export async function pairsOf(context: Context): Promise<Map<string, Pair>> {
  const rows = await context.database.run(
    `select address, tag, record, form, left_alone from ${table(context)} where person = $1`,
    [context.actor.id],
  );
  return new Map(
    rows.map(([address, tag, record, form, left]) => [
      address ?? '',
      {
        address: address ?? '',
        tag: tag ?? '',
        record: record ?? null,
        form: form ?? null,
        leftAlone: left === 't',
      },
    ]),
  );
}

export async function savePair(context: Context, pair: Pair): Promise<void> {
  await context.database.run(
    `insert into ${table(context)} (person, address, tag, record, form, left_alone) values ($1, $2, $3, $4, $5, $6)
     on conflict (person, address) do update set tag = excluded.tag, record = excluded.record,
       form = excluded.form, left_alone = excluded.left_alone`,
    [context.actor.id, pair.address, pair.tag, pair.record, pair.form, pair.leftAlone],
  );
}

export async function forgetPair(context: Context, address: string): Promise<void> {
  await context.database.run(`delete from ${table(context)} where person = $1 and address = $2`, [
    context.actor.id,
    address,
  ]);
}

function table({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.calendar_pair`;
}
