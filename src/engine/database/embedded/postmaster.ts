import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isPostmasterOf, processExists } from './process-check.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The server that runs on these files, found by the lock file that PostgreSQL keeps beside them. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const named = readLockFile(cluster);
  return named && isPostmasterOf(cluster, named.pid) ? named : undefined;
}

/**
 * Makes PostgreSQL accept a lock file whose process number now belongs to something else. It takes a
 * lock in the name of its parent, us, as left over, and still checks the shared memory named there.
 */
export function disownStaleLock(cluster: string): void {
  const named = readLockFile(cluster);
  if (!named || !processExists(named.pid) || isPostmasterOf(cluster, named.pid)) return;
  const path = join(cluster, 'postmaster.pid');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^-?\d+/, String(process.pid)), { flag: 'r+' });
}

/** Stops the server as `pg_ctl stop -m fast` does: open transactions are rolled back, the rest is kept. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = findPostmaster(cluster);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  const patience = Date.now() + 60_000;
  while (isPostmasterOf(cluster, running.pid)) {
    // Without the closing checkpoint nothing is lost, the next start replays the log.
    if (Date.now() > patience) process.kill(running.pid, 'SIGQUIT');
    await pause(Date.now() > patience ? 500 : 10);
  }
}

function readLockFile(cluster: string): Postmaster | undefined {
  try {
    // Line 1 is the process, line 4 the port, line 8 the state.
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}
