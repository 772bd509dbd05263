import { randomBytes } from 'node:crypto';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { fingerprint } from '../identity/fingerprint.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

type Place = Pick<Context, 'database' | 'workspace'>;

/** Since when the actor's calendar has its address; undefined when it has none. */
export async function feedSince({ actor, ...place }: Context): Promise<string | undefined> {
  const [row] = await place.database.run(
    `select extract(epoch from at) * 1000 from ${table(place)} where person = $1`,
    [actor.id],
  );
  return row && formatInstant(Math.round(Number(row[0])));
}

/** Gives the actor's calendar a new address, of which this is the secret part; one that it had before leads nowhere. */
export async function renewFeed(context: Context): Promise<string> {
  // It outlives the hour for which an administrator may act as somebody.
  if (context.actor.impersonator) throw new Refusal('forbidden');
  const secret = randomBytes(24).toString('base64url');
  await context.database.run(
    `insert into ${table(context)} (person, secret, at) values ($1, $2, to_timestamp($3 / 1000.0))
     on conflict (person) do update set secret = excluded.secret, at = excluded.at`,
    [context.actor.id, fingerprint(secret), context.now],
  );
  return secret;
}

/** Nobody reads the actor's calendar by an address any more. */
export async function endFeed(context: Context): Promise<void> {
  await context.database.run(`delete from ${table(context)} where person = $1`, [context.actor.id]);
}

/** Whose calendar lies at an address with this secret. */
export async function feedOwner(place: Place, secret: string): Promise<string | undefined> {
  const [row] = await place.database.run(`select person from ${table(place)} where secret = $1`, [
    fingerprint(secret),
  ]);
  return row?.[0] ?? undefined;
}

function table({ workspace }: Pick<Context, 'workspace'>): string {
  return `${quoted(workspace.schema)}.calendar_feed`;
}
