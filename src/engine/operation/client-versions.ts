import type { Database } from '../database/database.ts';

/** How many people use which build of the client. */
export interface ClientVersion {
  readonly build: string;
  readonly people: number;
  readonly last: string;
}

/** Milliseconds between two notes of the same person with the same build, and the days that are told of. */
const [pace, days] = [3_600_000, 30];

/** Notes who uses which build of the client, once an hour for each. */
export function clientsSeen(database: Database, report: (error: unknown) => void) {
  const noted = new Map<string, number>();
  return (workspace: string, person: string, build: string): void => {
    const key = `${workspace} ${person} ${build}`;
    if (!/^[\w.+-]{1,60}$/.test(build) || Date.now() - (noted.get(key) ?? 0) < pace) return;
    if (noted.size > 10_000) noted.clear();
    noted.set(key, Date.now());
    database
      .run(
        `insert into guanxi.client_seen (workspace, person, build) values ($1, $2, $3)
         on conflict (workspace, person, build) do update set at = now()`,
        [workspace, person, build],
      )
      .catch(report);
  };
}

/** The builds in use, that of most people first; each person counts with the build that he used last. */
export async function clientVersions(database: Database): Promise<readonly ClientVersion[]> {
  const rows = await database.run(
    `select json_build_object('build', build, 'people', count(*), 'last', max(at)) from (
       select distinct on (workspace, person) build, at from guanxi.client_seen
       where at > now() - interval '${days} days' order by workspace, person, at desc) latest
     group by build order by count(*) desc, build`,
  );
  return rows.map(([row]) => JSON.parse(row as string) as ClientVersion);
}

export async function forgetOldClients(database: Database): Promise<void> {
  await database.run(`delete from guanxi.client_seen where at < now() - interval '${days} days'`);
}
