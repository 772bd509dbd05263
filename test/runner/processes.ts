import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOf } from './parts.ts';

/** What is run in one process: a test file, or one that loads several, one after the other. */
export interface TestProcess {
  readonly entry: string;
  readonly files: readonly string[];
}

const folder = 'node_modules/.cache/test-processes';

/** So many bytes of tests share a process: loading the product takes longer than most of them, opening a browser too. */
const shared = { journeys: 25_000, others: 80_000 };

/** Whoever changes or measures the process itself has one of its own; others may be told of it. */
const dealsWithProcess =
  /\bprocess\.(?:on|exitCode|stdout|stderr|memoryUsage)\b|\bprocess\.env[.\w[\]]* =|\b(?:delete |assign\()process\.|\bglobalThis\b|\bmock\b/;

/** In which processes files run: what takes long first, so that what comes last keeps nobody waiting. */
export function processesOf(files: readonly string[]): readonly TestProcess[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const alone = files.filter((path) => dealsWithProcess.test(readFileSync(path, 'utf8')));
  const together = files.filter((path) => !alone.includes(path));
  const journeys = together.filter((path) => partOf(path) === 'journeys');
  const others = together.filter((path) => partOf(path) !== 'journeys');
  return [...alone.map((path) => [path]), ...dealtOut(journeys), ...neighbours(others)]
    .sort((one, other) => sizeOf(other) - sizeOf(one))
    .map((paths) => ({ entry: entryOf(paths), files: paths }));
}

/** Journeys all load the same; those with neighbouring names often take equally long. */
function dealtOut(files: readonly string[]): string[][] {
  const hands = Math.ceil(sizeOf(files) / shared.journeys);
  return Array.from({ length: hands }, (_, hand) => files.filter((_, index) => index % hands === hand));
}

/** Neighbours load much of the same. */
function neighbours(files: readonly string[]): string[][] {
  const gathered: string[][] = [];
  let room = 0;
  for (const path of files) {
    const size = sizeOf([path]);
    if (gathered.length === 0 || size > room) {
      gathered.push([]);
      room = shared.others;
    }
    gathered.at(-1)?.push(path);
    room -= size;
  }
  return gathered;
}

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0);
}

const runner = import.meta.resolve('./one-after-the-other.ts');

function entryOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  if (paths.length === 1) return first;
  const entry = join(folder, `${first.replaceAll('/', '-').replace(/\.tsx?$/, '')}.mjs`);
  writeFileSync(
    entry,
    `import { oneAfterTheOther } from ${JSON.stringify(runner)};
await oneAfterTheOther(${JSON.stringify(paths)});
`,
  );
  return entry;
}
