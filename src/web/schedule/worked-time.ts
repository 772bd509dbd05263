/** Milliseconds in which work is done, from one up to, not including, the other. */
export interface WorkedSpan {
  readonly from: number;
  readonly until: number;
}

/** How much work lies before a moment, and how much of it a day has on the average. */
export interface WorkedTime {
  before(moment: number): number;
  readonly day: number;
}

const dayLength = 86_400_000;

/** Every hour counts, as where nobody has said when work is done. */
export const allTime: WorkedTime = { before: (moment) => moment, day: dayLength };

/** Only these spans count, which follow each other; beyond them no time passes. */
export function workedTime(spans: readonly WorkedSpan[]): WorkedTime {
  let sum = 0;
  const begun = spans.map(({ from, until }) => {
    const before = sum;
    sum += until - from;
    return { from, until, before };
  });
  const days = new Set(spans.map(({ from }) => Math.floor(from / dayLength))).size;
  if (sum === 0) return allTime;
  return {
    day: sum / days,
    before(moment) {
      let [low, high] = [0, begun.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((begun[middle]?.from ?? 0) <= moment) low = middle + 1;
        else high = middle;
      }
      const span = begun[low - 1];
      return span === undefined ? 0 : span.before + Math.min(moment, span.until) - span.from;
    },
  };
}
