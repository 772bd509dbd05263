/** What a part of a test run came to. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, a line each. */
  readonly failures: readonly string[];
}

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function add(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/** Writes what failed and, last, the line that counts; gives the exit code. */
export function writeSummary({ passed, failed, skipped, failures }: Outcome, milliseconds: number): number {
  if (failures.length > 0) console.log(['\nFailed:', ...failures.map((line) => `  ✖ ${line}`)].join('\n'));
  if (passed + failed === 0) console.log('\nNo test ran.');
  const minutes = `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
  console.log(`\n${minutes}${skipped > 0 ? `, ${skipped} skipped` : ''}\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
