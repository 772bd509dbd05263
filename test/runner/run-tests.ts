import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { nothing, type Outcome } from './outcome.ts';

/** Runs test files, each in a process of its own, so many at once, and writes a line for each file. */
export async function runTests(files: readonly string[], atOnce: number): Promise<Outcome> {
  if (files.length === 0) return nothing;
  const failures: string[] = [];
  const finished = new Set<string>();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({
    // Long files mostly take longest: what comes last keeps no processor waiting.
    files: files.toSorted((one, other) => statSync(other).size - statSync(one).size),
    concurrency: atOnce,
    timeout: 6 * 60_000,
  });
  for await (const event of stream) {
    if (event.type === 'test:fail' && isOwnFailure(event.data.details.error)) {
      const { name, file, line, details } = event.data;
      if (file) finished.add(relative('.', file));
      const place = file ? `${relative('.', file)}${line ? `:${line}` : ''}` : name;
      failures.push(`${place} ${name}`);
      console.log(`  ✖ ${place} ${name}\n${indent(inspect(details.error.cause ?? details.error))}`);
    }
    if (event.type === 'test:stderr') process.stderr.write(event.data.message);
    if (event.type !== 'test:summary') continue;
    const { file, counts: sum, duration_ms, success } = event.data;
    if (file) {
      finished.add(relative('.', file));
      const seconds = (duration_ms / 1000).toFixed(1);
      console.log(
        `  ${success ? '✔' : '✖'} ${relative('.', file)} (${sum.passed} of ${sum.tests}, ${seconds} s)`,
      );
    } else {
      counts.passed = sum.passed;
      counts.failed = sum.tests - sum.passed - sum.skipped - sum.todo;
      counts.skipped = sum.skipped + sum.todo;
    }
  }
  // A process that ends early, and politely, has not run its tests; Node counts it as one that passed.
  for (const file of files.filter((path) => !finished.has(path))) {
    counts.passed -= 1;
    counts.failed += 1;
    failures.push(`${file} ended before its tests had`);
    console.log(`  ✖ ${failures.at(-1)}`);
  }
  return { ...counts, failures };
}

/** A test that failed itself, not one that only holds a failed one. */
function isOwnFailure(error: Error & { failureType?: string }): boolean {
  return error.failureType !== 'subtestsFailed';
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '      ');
}
