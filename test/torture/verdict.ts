import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Acknowledged, groupSize } from './load.ts';
import type { Victim } from './victim.ts';

/**
 * Sentences that say what is not as the server said it is; none when everything is. What nobody acknowledged is looked at
 * when it was made at `since` or later.
 */
export async function faultsIn(
  database: pg.ClientBase,
  known: Acknowledged,
  since = new Date(0),
): Promise<readonly string[]> {
  const ask = async (text: string, values: readonly unknown[] = []) =>
    (await database.query<{ fault: string }>(text, [...values])).rows.map(({ fault }) => fault);
  const accounts = [...known.accounts].map(([id, { version, name }]) => ({ id, version, name }));
  return [
    ...(await ask(
      `select 'the account ' || k.id || ' was acknowledged and is not there as it was' as fault
       from json_to_recordset($1) k (id uuid, version integer, name text) left join ws_main.account a on a.id = k.id
       where a.id is null or a.version < k.version or k.name <> '' and (a.name <> k.name or a.version <> k.version)`,
      [JSON.stringify(accounts)],
    )),
    ...(await ask(
      `select 'of the group ' || split_part(name, ' group ', 1) || ' there are ' || count(*) as fault from ws_main.account
       where name like '% group %' and "createdAt" >= $1 group by split_part(name, ' group ', 1) having count(*) <> ${groupSize}`,
      [since],
    )),
    ...(await ask(
      `select 'the group ' || k || ' was acknowledged and is not there' as fault from unnest($1::text[]) k
       where not exists (select from ws_main.account where name = k || ' group 0')`,
      [[...known.groups]],
    )),
    ...(await ask(
      `select a.id || ' has version ' || a.version || ' and ' || count(e) || ' entries in the log' as fault
       from ws_main.account a left join ws_main.event e on e.record = a.id where a."createdAt" >= $1
       group by a.id, a.version having count(e) <> a.version`,
      [since],
    )),
    ...(await ask(
      `select 'the log tells of ' || record || ', which is not there' as fault from ws_main.event e
       where object = 'account' and at >= $1 and not exists (select from ws_main.account a where a.id = e.record)`,
      [since],
    )),
    ...(await ask(
      `select 'the event ' || k || ' was acknowledged and is not there' as fault from unnest($1::text[]) k
       where not exists (select from ws_main."customerEvent" where subject = k)`,
      [[...known.events]],
    )),
  ];
}

/** What became of the work that events set off: each of them one task, neither none nor two. */
async function faultsInJobs(database: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await database.query<{ fault: string }>(
    `select 'the event ' || e.subject || ' became ' || count(t) || ' tasks' as fault from ws_main."customerEvent" e
       left join ws_main.task t on t.subject = e.subject group by e.id, e.subject having count(t) <> 1
     union all select 'an automation failed: ' || coalesce(reason, '') from ws_main.automation_run where state = 'failed'`,
  );
  return rows.map(({ fault }) => fault);
}

/** What is not as the server said, of all that it ever said. */
export function everythingIn(victim: Victim, known: Acknowledged): Promise<readonly string[]> {
  return withDatabase(victim, (client) => faultsIn(client, known));
}

/** Gives the work that is left three minutes. */
export async function jobFaults(victim: Victim): Promise<readonly string[]> {
  let left: readonly string[] = [];
  for (let waited = 0; waited < 180_000; waited += 250) {
    left = await withDatabase(victim, faultsInJobs);
    if (left.length === 0) return [];
    await pause(250);
  }
  return left;
}

export async function withDatabase<Result>(
  victim: Victim,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: await victim.databaseUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
