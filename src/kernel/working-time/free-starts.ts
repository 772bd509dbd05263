import type { TimeSpan } from './working-time.ts';

const minute = 60_000;

/** How what is to take place needs its time. */
export interface Needed {
  /** The first moment at which it can begin. */
  readonly from: number;
  readonly length: number;
  /** It begins at whole steps of the clock. */
  readonly step: number;
  /** So long before and after it nothing else takes place; it need not lie in open hours. */
  readonly before?: number;
  readonly after?: number;
}

/**
 * When something can begin so that it lies within one of these open spans and meets none of the busy ones; both are in
 * order, and so is what comes.
 */
export function* freeStarts(
  busy: readonly TimeSpan[],
  open: Iterable<TimeSpan>,
  { from, length, step, before = 0, after = 0 }: Needed,
): Generator<number> {
  const fullStep = (at: number) => Math.ceil(at / step) * step;
  for (const span of open) {
    let at = fullStep(Math.max(span.from, from));
    while (at + length <= span.to) {
      const met = busy.find((taken) => taken.from < at + length + after && at - before < taken.to);
      if (met === undefined) {
        yield at;
        at += step;
      } else at = fullStep(met.to + before);
    }
  }
}

/** When something of some length can begin next, at a full or half hour; undefined where there is no such time. */
export function nextFree(
  busy: readonly TimeSpan[],
  open: Iterable<TimeSpan>,
  from: number,
  length: number,
): number | undefined {
  const [first] = freeStarts(busy, open, { from, length, step: 30 * minute }).take(1);
  return first;
}
