import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { sendJson } from './send-json.ts';

/** An answer ready to send: JSON text. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Where what was made is found. */
  readonly location?: string;
  /** Stored in place of a body that tells of people by no id, by which it could be forgotten with them. */
  readonly kept?: string;
}

/** Hours for which a key is remembered. */
export const keyLifetime = 48;

/**
 * Does what a POST asks for, once: the answer is stored under the caller's `Idempotency-Key` in the transaction of
 * the write, so that neither a crash nor an impatient client can do it twice. A refusal writes nothing and is not
 * stored. Without a key the work is simply done. `sent` tells requests apart: the body, unless it was read otherwise;
 * `bodyFrom` makes the body again from what was kept in its place.
 */
export async function once(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  work: (context: Context) => Promise<Answer>,
  sent: unknown = request.body,
  bodyFrom: (context: Context, kept: string) => Promise<string> = async (_, kept) => kept,
): Promise<FastifyReply> {
  const key = keyOf(request);
  if (key === undefined) {
    return send(reply, await work(context));
  }
  const answer = await context.database.transaction(async (database) => {
    const inside = { ...context, database };
    const print = fingerprint(request, sent);
    await holdKey(inside, key);
    const known = await recall(inside, key, print);
    if (known !== undefined) {
      reply.header('idempotency-replayed', 'true');
      return { ...known, body: await bodyFrom(inside, known.body) };
    }
    const made = await work(inside);
    await remember(inside, key, print, made);
    return made;
  });
  return send(reply, answer);
}

function send(reply: FastifyReply, { status, body, location }: Answer): FastifyReply {
  if (location !== undefined) reply.header('location', location);
  return sendJson(reply, status, body);
}

const field = 'Idempotency-Key';

function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key))
    throw new Refusal('invalid', [{ field, code: 'notAKey' }]);
  return key;
}

function fingerprint({ method, url }: FastifyRequest, sent: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, sent ?? null]))
    .digest('base64url');
}

/** Only one request at a time may hold a key; the lock goes with the transaction. */
async function holdKey({ database, workspace, actor }: Context, key: string): Promise<void> {
  const [row] = await database.run('select pg_try_advisory_xact_lock(hashtextextended($1, 0))', [
    `${workspace.schema} idempotency ${actor.id} ${key}`,
  ]);
  if (row?.[0] !== 't') throw new Refusal('conflict', [{ field, code: 'underWay' }], { retryAfter: 1 });
}

async function recall(
  { database, workspace, actor }: Context,
  key: string,
  print: string,
): Promise<Answer | undefined> {
  const [row] = await database.run(
    `select request, status, body from ${quoted(workspace.schema)}.idempotency
     where actor = $1 and key = $2 and at > now() - $3 * interval '1 hour'`,
    [actor.id, key, keyLifetime],
  );
  if (row === undefined) return undefined;
  if (row[0] !== print) throw new Refusal('invalid', [{ field, code: 'keyUsed' }]);
  return { status: Number(row[1]), body: row[2] ?? '' };
}

/** Stores the answer, and clears away a few that nobody will ask for any more. */
async function remember(
  { database, workspace, actor }: Context,
  key: string,
  print: string,
  { status, body, kept }: Answer,
): Promise<void> {
  const table = `${quoted(workspace.schema)}.idempotency`;
  await database.run(
    `insert into ${table} (actor, key, request, status, body) values ($1, $2, $3, $4, $5)
     on conflict (actor, key) do update
     set request = excluded.request, status = excluded.status, body = excluded.body, at = now()`,
    [actor.id, key, print, status, kept ?? body],
  );
  await database.run(
    `delete from ${table} where (actor, key) in (
       select actor, key from ${table} where at < now() - $1 * interval '1 hour' order by at limit 20 for update skip locked)`,
    [keyLifetime],
  );
}
