import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupStore } from '#kernel/port/backup-store.ts';
import { BackupFault } from '../backup/backup-fault.ts';
import { installationSchema, rowsOf } from '../backup/backup-head.ts';
import { describeSchemas } from '../backup/described-schemas.ts';
import { repositoryKey } from '../backup/repository-key.ts';
import { checkContent } from '../backup/restore-contents.ts';
import { storedContents, workspacesIn } from '../backup/stored-contents.ts';
import { tableSums } from '../backup/table-sums.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';
import { reachMoment } from './reach-moment.ts';

export interface MomentDrillFacts {
  /** The moment that was reached. */
  readonly moment: string;
  /** Every row that can be read there, and every entry of a log that was compared. */
  readonly rows: number;
  readonly entries: number;
  readonly contents: number;
}

interface Tried {
  readonly database: Database;
  /** The folder of the running database's files; the trial takes as much room beside it. */
  readonly cluster: string;
  readonly store: BackupStore;
  readonly passphrase: string;
  /** Brings the log to the place as far as it has been written. */
  readonly bring: () => Promise<void>;
}

const witness = 'momentWitness';

/**
 * Goes back to a moment of just now in database files of their own, which are removed afterwards. What was written last
 * before it must be there and what was written next must not; every log must be as the running database has it, every
 * table readable to its last row, and every content of a file what it was.
 */
export async function momentDrill(tried: Tried): Promise<MomentDrillFacts> {
  const { database, cluster, store, passphrase, bring } = tried;
  const place = join(dirname(cluster), 'moment-drill');
  await rm(place, { recursive: true, force: true });
  const { before, moment, ended } = await leaveWitness(database);
  await bring();
  try {
    const key = await repositoryKey(store, passphrase);
    const settings = { fsync: 'off', shared_buffers: '32MB' };
    const reached = await reachMoment({ store, key, postgres: place, settings }, new Date(moment), (there) =>
      compare(database, there, { before, ended }, (hash) => checkContent(store, key, hash)),
    );
    if (reached.endedAt !== undefined)
      throw new BackupFault(`The archive ends at ${reached.endedAt.toISOString()}, before ${moment}.`);
    return { moment, ...reached.result };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Writes something, takes the time, and writes something else: by these the moment is known. */
async function leaveWitness(database: Database) {
  const write = (value: string) =>
    database.run(
      `insert into guanxi.operation_setting (name, value) values ($1, to_jsonb($2::text))
       on conflict (name) do update set value = excluded.value`,
      [witness, value],
    );
  const before = randomUUID();
  await write(before);
  // A moment is told in milliseconds.
  const [row] = await database.run(
    `select pg_snapshot_xmin(pg_current_snapshot()), to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), pg_sleep(0.01)
     from pg_sleep(0.01)`,
  );
  await write(randomUUID());
  return { before, ended: row?.[0] ?? '0', moment: row?.[1] ?? '' };
}

async function compare(
  running: Database,
  there: Database,
  { before, ended }: { readonly before: string; readonly ended: string },
  checkHash: (hash: string) => Promise<void>,
): Promise<Omit<MomentDrillFacts, 'moment'>> {
  const [found] = await there.run(`select value #>> '{}' from guanxi.operation_setting where name = $1`, [
    witness,
  ]);
  if (found?.[0] !== before) throw new BackupFault('The archive leads to another moment than was asked for.');
  const workspaces = await workspacesIn(there);
  let entries = 0;
  for (const { name, schema } of workspaces) {
    const [was, is] = [await logSum(running, schema, ended), await logSum(there, schema, ended)];
    // Removed meanwhile, it is nowhere to compare with.
    if (was === undefined || is === undefined) continue;
    if (was.join() !== is.join())
      throw new BackupFault(
        `The history of ${name} has ${is[0]} entries there and ${was[0]} here, or not the same.`,
      );
    entries += Number(is[0]);
  }
  const schemas = [installationSchema, ...workspaces.map(({ schema }) => schema)];
  const { tables } = await there.transaction((inside) => describeSchemas(inside, schemas));
  const sums = await tableSums(there, tables);
  const hashes = new Set<string>();
  for (const each of workspaces) for (const { hash } of await storedContents(there, each)) hashes.add(hash);
  for (const hash of hashes) await checkHash(hash);
  return { rows: rowsOf(sums), entries, contents: hashes.size };
}

/** Of everything in a log that had ended by then, but for what may be erased later; undefined where there is no such log. */
async function logSum(database: Database, schema: string, ended: string) {
  const event = `${quoted(schema)}.event`;
  const [there] = await database.run('select to_regclass($1) is not null', [event]);
  if (there?.[0] !== 't') return undefined;
  const [row] = await database.run(
    `select count(*), coalesce(sum(hashtextextended(row(sequence, at, actor, object, record, version, kind)::text, 0)), 0)
     from ${event} where transaction < $1::xid8`,
    [ended],
  );
  return row;
}
