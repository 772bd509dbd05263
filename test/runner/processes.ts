import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is run in one process: a test file, or one that loads several, one after the other. */
export interface TestProcess {
  readonly entry: string;
  readonly files: readonly string[];
}

const folder = 'node_modules/.cache/test-processes';

/** So many bytes of tests share a process: loading the product takes longer than most of them. */
const shared = 80_000;

/**
 * Whoever deals with the process itself has one of its own, and so has what hangs something on all tests in it, or holds a
 * browser until they have ended.
 */
const dealsWithProcess =
  /\bopen(?:Stage|Browser)\b|\bprocess\.|\bglobalThis\b|\bmock\b|node:(?:child_process|worker_threads)|^(?:before|after)(?:Each)?\(/m;

/** In which processes files run: neighbours together, what takes long first, so that what comes last keeps nobody waiting. */
export function processesOf(files: readonly string[]): readonly TestProcess[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const alone: string[] = [];
  const gathered: string[][] = [];
  let room = 0;
  for (const path of files) {
    const text = readFileSync(path, 'utf8');
    if (dealsWithProcess.test(text)) {
      alone.push(path);
      continue;
    }
    if (gathered.length === 0 || text.length > room) {
      gathered.push([]);
      room = shared;
    }
    gathered.at(-1)?.push(path);
    room -= text.length;
  }
  return [...alone.map((path) => [path]), ...gathered]
    .sort((one, other) => sizeOf(other) - sizeOf(one))
    .map((paths) => ({ entry: entryOf(paths), files: paths }));
}

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0);
}

/**
 * Tests begin when all files are loaded: what files hang on the end of all tests is else forgotten when the first has ended
 * before the second is there.
 */
const holds = `import { test } from 'node:test';
const { promise, resolve: loaded } = Promise.withResolvers();
test('all files are loaded', () => promise);
`;

function entryOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  if (paths.length === 1) return first;
  const entry = join(folder, `${first.replaceAll('/', '-').replace(/\.tsx?$/, '')}.mjs`);
  const loads = paths.map((path) => `await import(${JSON.stringify(pathToFileURL(resolve(path)).href)});\n`);
  writeFileSync(entry, [holds, ...loads, 'loaded();\n'].join(''));
  return entry;
}
