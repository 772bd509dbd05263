import { spawnSync } from 'node:child_process';
import type { Outcome } from './outcome.ts';
import type { Part } from './parts.ts';

/** A tool that judges the whole tree; counts as one test. */
export interface Check {
  readonly part: Part;
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** Makes what the test files of its part need: it comes before them also where only some of them run. */
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

export function runCheck({ name, command: [program, ...parameters] }: Check): Outcome {
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, parameters, { encoding: 'utf8' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const passed = status === 0;
  console.log(`${passed ? '✔' : '✖'} ${name} (${seconds} s)`);
  if (!passed) console.log(`${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, failures: passed ? [] : [name] };
}
