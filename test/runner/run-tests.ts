import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { nothing, type Outcome } from './outcome.ts';
import { processesOf } from './processes.ts';

/** What is known of a file's tests. */
interface Told {
  passed: number;
  skipped: number;
  tests: number;
  milliseconds: number;
}

/** Runs test files, so many processes at once, and writes a line for each file. */
export async function runTests(files: readonly string[], atOnce: number): Promise<Outcome> {
  if (files.length === 0) return nothing;
  const told = new Map(files.map((path) => [path, noneTold()]));
  const underWay = new Map(processesOf(files).map((each) => [resolve(each.entry), each.files]));
  const failures: string[] = [];
  const stream = run({
    // A process that takes longer ends itself before, and says what kept it.
    ...{ files: [...underWay.keys()], concurrency: atOnce, timeout: 16 * 60_000 },
    execArgv: ['--import', import.meta.resolve('./ending.ts')],
  });
  for await (const event of stream) {
    if (event.type === 'test:stderr') process.stderr.write(event.data.message);
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { name, file, line, nesting, skip, todo, details } = event.data;
      // Where several files share a process, each is a suite of the process's own.
      const isFile = told.has(name) && details.type === 'suite';
      const path = file && !isFile ? relative('.', file) : name;
      if (event.type === 'test:fail' && isOwnFailure(event.data.details.error)) {
        const { error } = event.data.details;
        failures.push(isFile ? path : `${path}${line ? `:${line}` : ''} ${name}`);
        console.log(`  ✖ ${failures.at(-1)}\n${indent(inspect(error.cause ?? error))}`);
      }
      const known = told.get(path);
      // A process of which no test is known is told of as if it were one.
      if (known === undefined || underWay.has(resolve(name))) continue;
      if (nesting === 0) known.milliseconds += details.duration_ms;
      if (details.type === 'suite') continue;
      known.tests += 1;
      if (skip || todo) known.skipped += 1;
      else if (event.type === 'test:pass') known.passed += 1;
    }
    if (event.type === 'test:summary' && event.data.file) {
      const ended = underWay.get(event.data.file) ?? [];
      underWay.delete(event.data.file);
      for (const path of ended) writeLine(path, told.get(path) ?? noneTold());
    }
  }
  // A process that ends early, and politely, has not run all of its tests; Node has nothing against that.
  const early = [...[...underWay.values()].flat(), ...files.filter((path) => told.get(path)?.tests === 0)];
  for (const path of new Set(early)) {
    if (failures.some((failure) => failure.startsWith(path))) continue;
    failures.push(`${path} ended before its tests had`);
    console.log(`  ✖ ${failures.at(-1)}`);
  }
  const sum = (of: (each: Told) => number) => [...told.values()].reduce((total, each) => total + of(each), 0);
  return {
    ...{ passed: sum(({ passed }) => passed), skipped: sum(({ skipped }) => skipped) },
    ...{ failed: failures.length, failures },
  };
}

function noneTold(): Told {
  return { passed: 0, skipped: 0, tests: 0, milliseconds: 0 };
}

function writeLine(path: string, { passed, skipped, tests, milliseconds }: Told): void {
  const sign = passed + skipped === tests ? '✔' : '✖';
  console.log(`  ${sign} ${path} (${passed} of ${tests}, ${(milliseconds / 1000).toFixed(1)} s)`);
}

/** A test that failed itself, not one that only holds a failed one. */
function isOwnFailure(error: Error & { failureType?: string }): boolean {
  return error.failureType !== 'subtestsFailed';
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '      ');
}
