import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the database files are in the directory that was asked for; a link when they had to go elsewhere. */
export function clusterPath(directory: string): string {
  return join(directory, 'cluster');
}

export function logPath(directory: string): string {
  return join(directory, 'postgresql.log');
}

/** Where root keeps database files when the server's user cannot enter the directory that was asked for. */
export const systemDataDirectory = '/var/lib/guanxi';

/** Where a usable copy of the binaries may go, best first, when they cannot run where npm put them. */
export function cacheDirectories(): string[] {
  const own =
    process.getuid?.() === 0 ? '/var/cache' : (process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  return [join(own, 'guanxi'), join(tmpdir(), `guanxi-${process.getuid?.() ?? 'cache'}`)];
}
