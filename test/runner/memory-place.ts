import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const named = /^guanxi-tests-(\d+)$/;
const gigabyte = 1024 ** 3;

/**
 * A folder in memory for the databases of this run, which makes and drops two hundred of them with thousands of files
 * each: on a disk that takes a third of a minute or more. Undefined where there is no such place or little room.
 */
export function memoryPlace(): string | undefined {
  if (!existsSync(memory)) return undefined;
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < 4 * gigabyte || freemem() < 8 * gigabyte) return undefined;
  removeAbandoned();
  const place = join(memory, `guanxi-tests-${process.pid}`);
  mkdirSync(place);
  return place;
}

/** What runs that were killed have left; their server, if it still runs, ends when it misses its files. */
function removeAbandoned(): void {
  for (const name of readdirSync(memory)) {
    const [, run] = named.exec(name) ?? [];
    if (run !== undefined && !existsSync(`/proc/${run}`))
      rmSync(join(memory, name), { recursive: true, force: true });
  }
}
