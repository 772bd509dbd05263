import { createHash } from 'node:crypto';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/** The tags of the cards in a book, by their names. */
export type Tags = Readonly<Record<string, string>>;

const prefix = 'urn:guanxi:cards:';

/** As many of a person are kept as his devices could ask for; who asks for an older one begins anew. */
const kept = 20;

/** The name of what a book holds: the same for the same cards. */
export function tokenOf(tags: Tags): string {
  const hash = createHash('sha256');
  for (const id of Object.keys(tags).sort()) hash.update(`${id} ${tags[id]}\n`);
  return prefix + hash.digest('base64url');
}

/** Keeps what a book holds, so that a device can ask for what has changed since. */
export async function keepState(context: Context, tags: Tags): Promise<string> {
  const token = tokenOf(tags);
  const table = tableOf(context);
  await context.database.run(
    `with old as (delete from ${table} where person = $1 and token in
       (select token from ${table} where person = $1 and token <> $2 order by at desc offset $5))
     insert into ${table} (person, token, tags, at) values ($1, $2, $3, to_timestamp($4 / 1000.0))
     on conflict (person, token) do update set at = excluded.at
       where card_state.at < excluded.at - interval '1 hour'`,
    [context.actor.id, token, JSON.stringify(tags), context.now, kept],
  );
  return token;
}

/** What a book held; undefined when that is not known any more. */
export async function stateAt(context: Context, token: string): Promise<Tags | undefined> {
  const [row] = await context.database.run(
    `select tags from ${tableOf(context)} where person = $1 and token = $2`,
    [context.actor.id, token],
  );
  return row?.[0] ? (JSON.parse(row[0]) as Tags) : undefined;
}

function tableOf({ workspace }: Context): string {
  return `${quoted(workspace.schema)}.card_state`;
}
