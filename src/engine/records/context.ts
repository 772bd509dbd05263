import type { Registry } from '#kernel/registry.ts';
import type { CompanyTime } from '#kernel/working-time/company-time.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import type { LogSeal } from '../log-seal/log-seal.ts';
import type { WorkspaceSeal } from '../sealing/workspace-seal.ts';

/** One company's own place: a schema, its currencies and its calendar. */
export interface Workspace {
  readonly name: string;
  readonly label: string;
  readonly schema: string;
  /** ISO 4217 code in which sums are given. */
  readonly currency: string;
  /** What one unit of each accepted currency is worth in the workspace's own, as decimal strings. */
  readonly rates: Readonly<Record<string, string>>;
  readonly timeZone: string;
  /** When the company works, where it has said so. */
  readonly workingTime?: CompanyTime;
  /** Seals values and opens them; absent where the workspace's key cannot be had. */
  readonly seal?: WorkspaceSeal | undefined;
  /** Seals the log; absent likewise. */
  readonly logSeal?: LogSeal | undefined;
  /** What may still be written, where that is limited. */
  readonly room?: Room;
}

/** How much more a company may keep. Each refuses when there is no room, and costs no statement. */
export interface Room {
  takeRecords(count: number): void;
  takeBytes(count: number): void;
}

/** Everything a read or write needs to know besides what is asked. */
export interface Context {
  readonly registry: Registry;
  readonly workspace: Workspace;
  readonly actor: Actor;
  readonly database: Database;
  /** Milliseconds; fixed for the length of one request so that all it writes carries one time. */
  readonly now: number;
  /** The verb on whose behalf this is done, when there is one. */
  readonly verb?: string;
}
