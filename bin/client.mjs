import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { failure, tell } from './failure.mjs';
import { fromRoot } from './paths.mjs';

const output = fromRoot('dist/web');
const stamp = fromRoot('dist/web/.built-from');

/** What the web client is made of. */
const sources = [
  'src/web/**/*',
  'src/kernel/**/*',
  'src/domains/*/ui/**/*',
  'src/domains/*/*/ui/**/*',
  'src/main/browser*',
  'docs/{users,administrators,operation}*.md',
  'vite.config.ts',
  'package-lock.json',
];

/** Builds the web client if its sources have changed since the last time. */
export function ensureClient() {
  const state = sourceState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  tell('Building the web client …');
  const began = Date.now();
  const unfinished = `${output}.${process.pid}`;
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const name = `${version}+${state.slice(0, 8)}`;
  const vite = fromRoot('node_modules/vite/bin/vite.js');
  const build = (mode, folder) => {
    const how = ['--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
    const options = {
      cwd: fromRoot('.'),
      stdio: ['ignore', 2, 2],
      env: { ...process.env, GUANXI_BUILD: name },
    };
    if (spawnSync(process.execPath, [vite, 'build', ...how], options).status === 0) return;
    rmSync(unfinished, { recursive: true, force: true });
    throw failure('The web client could not be built; the reason is above.');
  };
  build('production', unfinished);
  build('embed', `${unfinished}/forms`);
  rmSync(output, { recursive: true, force: true });
  renameSync(unfinished, output);
  writeFileSync(stamp, state);
  tell(`Web client built (${((Date.now() - began) / 1000).toFixed(1)} s).`);
}

/** Changes whenever a source is added, removed or written. */
function sourceState() {
  const hash = createHash('sha256');
  for (const path of globSync(sources, { cwd: fromRoot('.') }).sort()) {
    const { size, mtimeMs } = statSync(fromRoot(path));
    if (!/\.test\.tsx?$/.test(path) && !statSync(fromRoot(path)).isDirectory())
      hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
