import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Whether a process is the PostgreSQL server of these files. A process number alone proves nothing:
 * it may have been given to another program since, or be a dead process that nobody has collected.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  return existsSync('/proc/self/stat') ? checkLinux(cluster, pid) : checkElsewhere(cluster, pid);
}

/** Whether PostgreSQL would find the process number in use, were it only by a dead, uncollected process. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** PostgreSQL's server works inside its data directory, which Linux tells. */
function checkLinux(cluster: string, pid: number): boolean {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0];
    return state !== 'Z' && state !== 'X' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

function checkElsewhere(cluster: string, pid: number): boolean {
  const answer = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' });
  return !answer.stdout.trimStart().startsWith('Z') && answer.stdout.includes(cluster);
}
