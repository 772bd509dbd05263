import type { TimeSpan } from '#kernel/working-time/working-time.ts';

const minute = 60_000;
const step = 30 * minute;

/** How far ahead is looked. */
export const lookedAhead = 14 * 24 * 60 * minute;

/**
 * When something of some length can begin next, at a full or half hour, so that it lies within one of these open spans and
 * meets none of the busy ones; both are in order. Undefined where there is no such time.
 */
export function nextFree(
  busy: readonly TimeSpan[],
  open: Iterable<TimeSpan>,
  from: number,
  length: number,
): number | undefined {
  for (const span of open) {
    let at = fullStep(Math.max(span.from, from));
    while (at + length <= span.to) {
      const met = busy.find((taken) => taken.from < at + length && at < taken.to);
      if (met === undefined) return at;
      at = fullStep(met.to);
    }
  }
  return undefined;
}

function fullStep(at: number): number {
  return Math.ceil(at / step) * step;
}
