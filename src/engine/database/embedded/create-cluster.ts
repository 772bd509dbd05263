import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { superuser } from './cluster.ts';
import { endOrphans } from './end-orphans.ts';
import { writePrivate } from './private-file.ts';
import { processExists } from './process-check.ts';
import { serverEnvironment } from './server-environment.ts';
import type { SystemUser } from './system-user.ts';

const run = promisify(execFile);

/** Creates database files under a passing name and renames them, so that a half made cluster never counts. */
export async function createCluster(directory: string, binaries: Binaries, user: SystemUser | undefined) {
  await removeAbandoned(directory);
  const unfinished = `${directory}.unfinished-${randomBytes(4).toString('hex')}-${process.pid}`;
  const password = randomBytes(24).toString('hex');
  try {
    await initialise(unfinished, password, binaries, user);
    appendFileSync(join(unfinished, 'postgresql.conf'), `\ninclude_if_exists 'guanxi.conf'\n`);
    writePrivate(unfinished, { password }, user);
    renameSync(unfinished, directory);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process was quicker: its files are as good as ours.
    if (!existsSync(directory)) throw error;
  }
}

/**
 * Removes what a creation left behind whose process was killed. The password goes first: an initdb that
 * was only about to begin then gives up, and one that has begun is found and ended before its files go.
 */
async function removeAbandoned(directory: string): Promise<void> {
  for (const name of abandonedCreations(directory)) {
    const unfinished = join(dirname(directory), name);
    rmSync(`${unfinished}.password`, { force: true });
    await endOrphans(unfinished);
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function abandonedCreations(directory: string): ReadonlySet<string> {
  const unfinished = new RegExp(`^${basename(directory)}\\.unfinished-\\w+-(\\d+)`);
  const creations = readdirSync(dirname(directory)).map((name) => unfinished.exec(name));
  return new Set(creations.flatMap((found) => (found && !processExists(Number(found[1])) ? [found[0]] : [])));
}

async function initialise(
  directory: string,
  password: string,
  binaries: Binaries,
  user: SystemUser | undefined,
) {
  const passwordFile = `${directory}.password`;
  const attempt = async (locale: string) => {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { mode: 0o700 });
    if (user) chownSync(directory, user.uid, user.gid);
    const parameters = [
      ...[`--pgdata=${directory}`, `--username=${superuser}`, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`],
    ];
    await run(binaries.initdb, parameters, { ...user, cwd: '/', env: serverEnvironment() });
  };
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (user) chownSync(passwordFile, user.uid, user.gid);
    // The plain C locale is for systems without C.UTF-8; the built-in one sorts and folds in any case.
    await attempt('C.UTF-8').catch((error: Error) => {
      if (/invalid locale/.test(error.message)) return attempt('C');
      throw error;
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
