import type { Database } from '../database/database.ts';
import { keepLooking, type Looking } from '../jobs/keep-looking.ts';
import { sealEntries } from './seal-entries.ts';

/** Keeps sealing what has been written to the audit until stopped. A lasting failure is told once, not every second. */
export function serveAudit(database: Database, key: Uint8Array, report: (error: unknown) => void): Looking {
  let told = '';
  return keepLooking(
    async (stopped) => {
      while ((await sealEntries(database, key)) && !stopped());
      told = '';
    },
    (error) => {
      if (String(error) !== told) report(error);
      told = String(error);
    },
  );
}
