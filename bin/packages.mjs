import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { failure, tell } from './failure.mjs';
import { fromRoot } from './paths.mjs';

/** Installs the packages unless what npm noted about the last installation agrees with package-lock.json. */
export function ensurePackages() {
  if (isInstalled()) return;
  tell('Installing packages (the first time, this takes about a minute) …');
  const began = Date.now();
  const [program, parameters] = npm();
  const { status, error } = spawnSync(
    program,
    // Its warnings are for those who choose the packages: what needs a newer Node than this one runs under ours.
    [...parameters, 'install', '--no-save', '--include=dev', '--include=optional', '--loglevel=error'],
    {
      cwd: fromRoot('.'),
      env: { ...process.env, PATH: pathWithoutOurs() },
      // npm's summary is for people too: everything but our own answer goes to standard error.
      stdio: ['ignore', 2, 2],
      shell: program === 'npm' && process.platform === 'win32',
    },
  );
  if (error) throw failure(`npm could not be started: ${error.message}`);
  if (status !== 0) throw failure('The packages could not be installed; npm says why above.');
  tell(`Packages installed (${Math.round((Date.now() - began) / 1000)} s).`);
}

function isInstalled() {
  const installedLock = fromRoot('node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = packagesOf(installedLock);
  return Object.entries(packagesOf(fromRoot('package-lock.json'))).every(([place, wanted]) => {
    if (place === '') return true;
    const found = installed[place];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function npm() {
  const running = process.env.npm_execpath;
  return running?.endsWith('.js') ? [process.execPath, [running]] : ['npm', []];
}

/** The Node in node_modules must not serve npm while npm replaces it. */
function pathWithoutOurs() {
  const ours = fromRoot('node_modules/.bin');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== ours)
    .join(delimiter);
}
