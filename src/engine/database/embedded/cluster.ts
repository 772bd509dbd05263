import type { Binaries } from './binaries.ts';
import type { ServerSettings } from './settings.ts';
import type { SystemUser } from './system-user.ts';

/** One set of database files, and what is needed to run a server on them. */
export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly directory: string;
  /** Where the server writes its log. */
  readonly log: string;
  /** The user that the server must run as, when it is not ours. */
  readonly user: SystemUser | undefined;
  readonly binaries: Binaries;
  readonly settings: ServerSettings;
  readonly password: string;
  /** The port of the last start, kept so that a second start has the same address. */
  port: number | undefined;
  readonly report: (line: string) => void;
}

export const superuser = 'guanxi';
export const databaseName = 'guanxi';
