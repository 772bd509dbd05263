import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { createDatabase, databaseUrl } from './embedded/connection.ts';
import type { Guard } from './embedded/guard.ts';
import { occupy } from './embedded/occupy.ts';
import { type Fill, openCluster } from './embedded/open-cluster.ts';
import { stopPostmaster } from './embedded/postmaster.ts';
import type { ServerSettings } from './embedded/settings.ts';
import { runningUser } from './embedded/system-user.ts';

export interface EmbeddedOptions {
  /** The folder that holds the database files and their log; created when missing. */
  readonly directory: string;
  /** Lets several processes use one server; the last to stop ends it. For tests. */
  readonly shared?: boolean;
  /** PostgreSQL settings that replace ours, such as `{ fsync: 'off' }` in tests. */
  readonly settings?: ServerSettings;
  /** Fills the folder of the database files at the first start, instead of beginning with an empty database. */
  readonly fill?: Fill | undefined;
  /** Receives what a person should know; written to standard error by default. */
  readonly report?: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends the server cleanly; everything committed is on disk afterwards. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the product, or takes over the one that an earlier,
 * killed process left running. Restarts it when it dies. Refuses a directory in use.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { shared = false, settings = {}, report = (line: string) => console.error(line) } = options;
  mkdirSync(options.directory, { recursive: true });
  const directory = realpathSync(options.directory);
  const user = runningUser(directory);
  const binaries = findBinaries(user, report);
  const cluster = await openCluster({ directory, user, binaries, settings, report, fill: options.fill });

  let guard: Guard | undefined;
  let restarting: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  async function occupyAgain(): Promise<void> {
    report('The database has stopped unexpectedly; starting it again.');
    while (!stopped) {
      try {
        guard = await occupy(cluster, { shared, onLost, keepPort: true });
        report('The database is running again.');
        return;
      } catch (error) {
        report(`The database does not start: ${error instanceof Error ? error.message : error}`);
        await pause(1000);
      }
    }
  }

  function onLost(): void {
    if (stopped || restarting) return;
    restarting = occupyAgain().finally(() => {
      restarting = undefined;
    });
  }

  async function stop(): Promise<void> {
    await restarting;
    if (await guard?.release()) await stopPostmaster(cluster.directory);
  }

  guard = await occupy(cluster, { shared, onLost });
  await createDatabase(cluster);
  return {
    url: databaseUrl(cluster),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
