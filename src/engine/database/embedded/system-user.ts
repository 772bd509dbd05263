import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { clusterPath } from './places.ts';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user to run PostgreSQL as: `undefined` is our own. PostgreSQL refuses to run as root, so
 * root lends it the owner of the existing files, or an unprivileged user of this machine.
 */
export function runningUser(directory: string): SystemUser | undefined {
  const files = statSync(clusterPath(directory), { throwIfNoEntry: false });
  const own = process.getuid?.();
  if (own !== 0) {
    if (files && own !== undefined && files.uid !== own) {
      throw new Error(
        `The database in ${directory} belongs to another user of this machine (uid ${files.uid}). ` +
          'Start Guanxi as root or as that user, or give it another directory with --data.',
      );
    }
    return undefined;
  }
  if (files && files.uid !== 0) return { uid: files.uid, gid: files.gid };
  const user = lookUp('postgres') ?? create('postgres') ?? lookUp('nobody');
  if (!user) throw new Error('PostgreSQL cannot run as root, and this machine has no other user.');
  return user;
}

/** Whether a user may enter a directory. */
export function canEnter(user: SystemUser, directory: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/' }).status === 0;
}

function lookUp(name: string): SystemUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function create(name: string): SystemUser | undefined {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]],
  ];
  for (const [command, parameters] of ways) {
    if (spawnSync(command, parameters, { stdio: 'ignore' }).status === 0) return lookUp(name);
  }
  return undefined;
}
