import type { FileStore } from '#kernel/port/file-store.ts';
import type { Database } from '../database/database.ts';

/** All places in which something of a workspace is kept. */
export interface Kept {
  readonly database: Database;
  /** Absent where no files are taken in. */
  readonly files: FileStore | undefined;
  /** The key of the audit's chains. */
  readonly chainKey: Uint8Array;
}
