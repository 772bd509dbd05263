// What `npm test` does. `--only house|unit|http|journeys` runs a part, other words run the test files
// whose path contains one of them.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestServer } from './database-server.ts';
import { type Check, checks, runChecks } from './runner/checks.ts';
import { memoryPlace } from './runner/memory-place.ts';
import { add, nothing, type Outcome, writeSummary } from './runner/outcome.ts';
import { isPart, type Part, partOf, parts, testFiles } from './runner/parts.ts';
import { runTests } from './runner/run-tests.ts';

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const { only } = values;
if (only !== undefined && !isPart(only)) {
  console.error(`--only takes one of ${parts.join(', ')}.`);
  process.exit(2);
}

// Tests run in many processes: what one has compiled, the next need not compile again.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url));

// Databases that one file has prepared, the next take copies of.
process.env.GUANXI_TEST_RUN = String(process.pid);

const wanted: readonly Part[] = only ? [only] : parts;
const began = Date.now();
let outcome: Outcome = nothing;
let database: { stop(): Promise<void> } | undefined;
let memory: string | undefined;

try {
  const files = wanted.flatMap((part) => testFiles(part, positionals));
  const due = ({ part, prepares = false }: Check) =>
    wanted.includes(part) &&
    (positionals.length === 0 || (prepares && testFiles(part, positionals).length > 0));
  const prepared = await runChecks(checks.filter((check) => check.prepares && due(check)));
  // What only judges takes one processor, and mostly not for long: it stands beside the tests.
  const judged = runChecks(checks.filter((check) => !check.prepares && due(check)));
  if (files.some((path) => partOf(path) !== 'house')) await provideDatabase();
  const isJourney = (path: string) => partOf(path) === 'journeys';
  // Browsers wait for their frames; everything else keeps the processors busy by itself.
  const walked = await runTests(files.filter(isJourney), availableParallelism() + 1);
  const tested = await runTests(
    files.filter((path) => !isJourney(path)),
    availableParallelism(),
  );
  outcome = [prepared, await judged, walked, tested].reduce(add);
} finally {
  await database?.stop();
  if (memory) rmSync(memory, { recursive: true, force: true });
}
process.exitCode = writeSummary(outcome, Date.now() - began);

/** One server for the whole run; each test file takes databases of its own from it. */
async function provideDatabase(): Promise<void> {
  if (process.env.GUANXI_TEST_DATABASE_URL) return;
  memory = memoryPlace();
  const server = await startTestServer(memory);
  database = server;
  process.env.GUANXI_TEST_DATABASE_URL = server.url;
}
