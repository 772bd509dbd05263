import { execFile } from 'node:child_process';
import { add, nothing, type Outcome } from './outcome.ts';
import type { Part } from './parts.ts';

/** A tool that judges the whole tree; counts as one test. */
export interface Check {
  readonly part: Part;
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** Makes what the test files of its part need: it ends before tests begin, also where only some of them run. */
  readonly prepares?: boolean;
}

export const checks: readonly Check[] = [
  { part: 'house', name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { part: 'house', name: 'types', command: ['tsc'] },
  {
    part: 'house',
    name: 'no unused files or packages, and none undeclared',
    command: ['knip', '--no-progress', '--include', 'files,dependencies,unlisted,unresolved'],
  },
  {
    part: 'journeys',
    name: 'web client builds',
    command: ['node', 'bin/guanxi.mjs', 'build'],
    prepares: true,
  },
];

/** One check after the other, in the order given. */
export async function runChecks(due: readonly Check[]): Promise<Outcome> {
  let outcome = nothing;
  for (const check of due) outcome = add(outcome, await runCheck(check));
  return outcome;
}

async function runCheck({ name, command: [program, ...parameters] }: Check): Promise<Outcome> {
  const began = performance.now();
  const { passed, said } = await ended(program, parameters);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${passed ? '✔' : '✖'} ${name} (${seconds} s)${passed ? '' : `\n${said}`}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, failures: passed ? [] : [name] };
}

function ended(
  program: string,
  parameters: readonly string[],
): Promise<{ readonly passed: boolean; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(program, parameters, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ passed: error === null, said: `${stdout}${stderr}` || (error?.message ?? '') }),
    );
  });
}
